package eu.digitalnorth.country.identifier;

import eu.digitalnorth.country.identifier.Check.Invalid;
import eu.digitalnorth.country.identifier.Check.Reason;
import eu.digitalnorth.country.identifier.Check.Valid;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Lithuania's code of legal persons: nine digits, no check digit that could be relied upon. No test
 * range is published; codes are issued in sequence from 300 million on, far from 999 million, where
 * synthetic companies start.
 */
record LithuanianCompanyCode() implements CompanyScheme {

  private static final Pattern FORM = Pattern.compile("\\d{9}");

  @Override
  public String name() {
    return "lt-kodas";
  }

  @Override
  public Check check(String text) {
    String digits = Digits.bare(text);
    return FORM.matcher(digits).matches()
        ? new Valid(digits, null, Set.of())
        : new Invalid(Reason.FORM);
  }

  @Override
  public Stream<String> synthetic() {
    return Digits.counting(0, 1_000_000, 6).map(serial -> "999" + serial);
  }
}
