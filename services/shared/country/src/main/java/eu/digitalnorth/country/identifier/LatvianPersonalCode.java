package eu.digitalnorth.country.identifier;

import static eu.digitalnorth.country.identifier.Digits.at;
import static eu.digitalnorth.country.identifier.Digits.number;

import eu.digitalnorth.country.identifier.Check.Invalid;
import eu.digitalnorth.country.identifier.Check.Reason;
import eu.digitalnorth.country.identifier.Check.Valid;
import eu.digitalnorth.country.identifier.Check.Warning;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Latvia's personas kods: DDMMYY, century (0, 1, 2 for the 19th to the 21st), three serial digits,
 * a check digit; or since July 2017 a number that starts with 32 and carries no date. No test range
 * is published that is wide enough, so synthetic people get the century digit 3, which would be the
 * 22nd century's.
 */
record LatvianPersonalCode() implements PersonScheme {

  private static final Pattern FORM = Pattern.compile("[0-3]\\d{10}");
  private static final int[] WEIGHTS = {10, 5, 8, 4, 2, 1, 6, 3, 7, 9};
  private static final int FIRST_WITHOUT_DATE = 32;
  private static final int UNBORN_CENTURY = 3;

  @Override
  public String name() {
    return "lv-personas-kods";
  }

  @Override
  public Check check(String text) {
    String digits = Digits.bare(text);
    if (!FORM.matcher(digits).matches()) {
      return new Invalid(Reason.FORM);
    }
    if ((1 + Digits.weighted(digits, WEIGHTS)) % 11 % 10 != at(digits, 10)) {
      return new Invalid(Reason.CHECK_DIGIT);
    }
    return number(digits, 0, 2) >= FIRST_WITHOUT_DATE
        ? new Valid(digits, null, Set.of())
        : dated(digits);
  }

  private static Check dated(String digits) {
    int century = at(digits, 6);
    if (century > UNBORN_CENTURY) {
      return new Invalid(Reason.FORM);
    }
    int year = 1800 + 100 * century + number(digits, 4, 6);
    Optional<LocalDate> date = Dates.of(year, number(digits, 2, 4), number(digits, 0, 2));
    if (date.isEmpty()) {
      return new Invalid(Reason.DATE);
    }
    return century == UNBORN_CENTURY
        ? new Valid(digits, null, Set.of(Warning.NEVER_ISSUED))
        : new Valid(digits, date.get(), Set.of());
  }

  @Override
  public Stream<String> synthetic(LocalDate birthDate, Sex sex) {
    String start = Dates.DDMMYY.format(birthDate) + UNBORN_CENTURY;
    return Digits.counting(0, 1000, 3)
        .flatMap(serial -> Digits.closings(start + serial))
        .filter(number -> check(number).isValid());
  }
}
