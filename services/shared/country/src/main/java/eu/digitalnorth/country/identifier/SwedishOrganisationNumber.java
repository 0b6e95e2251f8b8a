package eu.digitalnorth.country.identifier;

import eu.digitalnorth.country.identifier.Check.Invalid;
import eu.digitalnorth.country.identifier.Check.Reason;
import eu.digitalnorth.country.identifier.Check.Valid;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Sweden's organisationsnummer: ten digits closed by Luhn's, the third at least 2, so that it is no
 * date; sometimes with a leading 16. The first digit tells the legal form; none has 4, which
 * synthetic companies get, as no test range is published.
 */
record SwedishOrganisationNumber() implements CompanyScheme {

  private static final Pattern FORM = Pattern.compile("\\d{2}[2-9]\\d{7}");
  private static final Pattern LONG_FORM = Pattern.compile("16\\d{2}[2-9]\\d{7}");

  @Override
  public String name() {
    return "se-organisationsnummer";
  }

  @Override
  public Check check(String text) {
    String bare = Digits.bare(text);
    String digits = LONG_FORM.matcher(bare).matches() ? bare.substring(2) : bare;
    if (!FORM.matcher(digits).matches()) {
      return new Invalid(Reason.FORM);
    }
    return Digits.luhn(digits)
        ? new Valid(digits, null, Set.of())
        : new Invalid(Reason.CHECK_DIGIT);
  }

  @Override
  public Stream<String> synthetic() {
    return Digits.counting(0, 1_000_000, 6)
        .flatMap(serial -> Digits.closings("409" + serial))
        .filter(number -> check(number).isValid());
  }
}
