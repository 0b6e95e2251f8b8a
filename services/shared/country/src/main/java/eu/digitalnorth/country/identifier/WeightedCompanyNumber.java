package eu.digitalnorth.country.identifier;

import eu.digitalnorth.country.identifier.Check.Invalid;
import eu.digitalnorth.country.identifier.Check.Reason;
import eu.digitalnorth.country.identifier.Check.Valid;
import eu.digitalnorth.country.identifier.Check.Warning;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A company number whose weighted sum, check digit included, leaves a fixed remainder modulo 11.
 *
 * @param weights one for each digit, none a multiple of 11
 * @param syntheticStart the leading digits that synthetic companies get
 * @param testRange the form of numbers that the issuer keeps for tests
 */
record WeightedCompanyNumber(
    String name,
    Pattern form,
    Weights weights,
    int remainder,
    String syntheticStart,
    Pattern testRange)
    implements CompanyScheme {

  private static final Pattern NONE = Pattern.compile("(?!)");

  /** Companies of Norway's synthetic test data start with 2 or 3. */
  static final CompanyScheme NORWAY =
      new WeightedCompanyNumber(
          "no-organisasjonsnummer",
          Pattern.compile("\\d{9}"),
          new Weights(3, 2, 7, 6, 5, 4, 3, 2, 1),
          0,
          "31",
          Pattern.compile("[23].*"));

  /** No test range is published; numbers are issued in sequence, far from this start. */
  static final CompanyScheme FINLAND =
      new WeightedCompanyNumber(
          "fi-y-tunnus",
          Pattern.compile("\\d{8}"),
          new Weights(7, 9, 10, 5, 8, 4, 2, 1),
          0,
          "90",
          NONE);

  /** No test range is published; numbers are issued in sequence, far from this start. */
  static final CompanyScheme DENMARK =
      new WeightedCompanyNumber(
          "dk-cvr",
          Pattern.compile("[1-9]\\d{7}"),
          new Weights(2, 7, 6, 5, 4, 3, 2, 1),
          0,
          "99",
          NONE);

  /** No test range is published; register and region codes stand where this start has nines. */
  static final CompanyScheme LATVIA =
      new WeightedCompanyNumber(
          "lv-registracijas-numurs",
          Pattern.compile("[4-9]\\d{10}"),
          new Weights(9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1),
          3,
          "49999",
          NONE);

  @Override
  public Check check(String text) {
    String digits = Digits.bare(text);
    if (!form.matcher(digits).matches()) {
      return new Invalid(Reason.FORM);
    }
    if (weights.sum(digits) % 11 != remainder) {
      return new Invalid(Reason.CHECK_DIGIT);
    }
    boolean test = testRange.matcher(digits).matches();
    return new Valid(digits, null, test ? Set.of(Warning.TEST_RANGE) : Set.of());
  }

  @Override
  public Stream<String> synthetic() {
    int free = weights.count() - syntheticStart.length() - 1;
    return Digits.counting(0, (int) Math.pow(10, free), free)
        .flatMap(serial -> Digits.closings(syntheticStart + serial))
        .filter(number -> check(number).isValid());
  }
}
