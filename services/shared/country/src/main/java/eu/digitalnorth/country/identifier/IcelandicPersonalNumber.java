package eu.digitalnorth.country.identifier;

import eu.digitalnorth.country.identifier.Check.Valid;
import java.time.LocalDate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Iceland's kennitala of people, and its system numbers, which start with 8 or 9 and carry no date.
 */
record IcelandicPersonalNumber() implements PersonScheme {

  private static final Pattern SYSTEM_NUMBER = Pattern.compile("[89]\\d{9}");

  @Override
  public String name() {
    return "is-kennitala";
  }

  @Override
  public Check check(String text) {
    String digits = Digits.bare(text);
    return SYSTEM_NUMBER.matcher(digits).matches()
        ? new Valid(digits, null, Kennitala.warnings(digits))
        : Kennitala.check(digits, 0);
  }

  @Override
  public Stream<String> synthetic(LocalDate birthDate, Sex sex) {
    return Kennitala.synthetic(birthDate, 0);
  }
}
