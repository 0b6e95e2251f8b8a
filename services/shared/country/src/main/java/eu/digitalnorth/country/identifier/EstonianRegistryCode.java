package eu.digitalnorth.country.identifier;

import eu.digitalnorth.country.identifier.Check.Invalid;
import eu.digitalnorth.country.identifier.Check.Reason;
import eu.digitalnorth.country.identifier.Check.Valid;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Estonia's registrikood: eight digits, the check digit in two rounds as in the isikukood. No test
 * range is published; companies are numbered in sequence from 10 million on, far from 19 million,
 * where synthetic ones start.
 */
record EstonianRegistryCode() implements CompanyScheme {

  private static final Pattern FORM = Pattern.compile("[1789]\\d{7}");
  private static final int[] FIRST_ROUND = {1, 2, 3, 4, 5, 6, 7};
  private static final int[] SECOND_ROUND = {3, 4, 5, 6, 7, 8, 9};

  @Override
  public String name() {
    return "ee-registrikood";
  }

  @Override
  public Check check(String text) {
    String digits = Digits.bare(text);
    if (!FORM.matcher(digits).matches()) {
      return new Invalid(Reason.FORM);
    }
    int expected = CenturyGenderCode.checkDigit(digits, FIRST_ROUND, SECOND_ROUND);
    return expected == Digits.at(digits, 7)
        ? new Valid(digits, null, Set.of())
        : new Invalid(Reason.CHECK_DIGIT);
  }

  @Override
  public Stream<String> synthetic() {
    return Digits.counting(0, 100_000, 5)
        .flatMap(serial -> Digits.closings("19" + serial))
        .filter(number -> check(number).isValid());
  }
}
