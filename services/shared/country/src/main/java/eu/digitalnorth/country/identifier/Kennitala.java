package eu.digitalnorth.country.identifier;

import static eu.digitalnorth.country.identifier.Digits.at;
import static eu.digitalnorth.country.identifier.Digits.number;

import eu.digitalnorth.country.identifier.Check.Invalid;
import eu.digitalnorth.country.identifier.Check.Reason;
import eu.digitalnorth.country.identifier.Check.Valid;
import eu.digitalnorth.country.identifier.Check.Warning;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What Iceland's numbers of people and organisations share: DDMMYY, two serial digits, a check
 * digit, the century (8, 9, 0 for the 19th to the 21st). The check digit is advisory: since 18
 * February 2026 numbers are issued without one. No test range is published that is wide enough, so
 * synthetic numbers have the century digit 1, which would be the 22nd century's.
 */
final class Kennitala {

  private static final Pattern FORM = Pattern.compile("\\d{10}");
  private static final int[] WEIGHTS = {3, 2, 7, 6, 5, 4, 3, 2, 1};
  private static final int UNBORN_CENTURY = 1;

  /** Serial numbers below 20 are not in use. */
  private static final int FIRST_SERIAL = 20;

  private Kennitala() {}

  static Check check(String text, int addedToDay) {
    String digits = Digits.bare(text);
    if (!FORM.matcher(digits).matches()) {
      return new Invalid(Reason.FORM);
    }
    Optional<Integer> century = century(at(digits, 9));
    if (century.isEmpty()) {
      return new Invalid(Reason.FORM);
    }
    Optional<LocalDate> date =
        Dates.of(
            century.get() + number(digits, 4, 6),
            number(digits, 2, 4),
            number(digits, 0, 2) - addedToDay);
    if (date.isEmpty()) {
      return new Invalid(Reason.DATE);
    }
    Set<Warning> warnings = warnings(digits);
    boolean carriesDate = at(digits, 9) != UNBORN_CENTURY;
    if (!carriesDate) {
      warnings.add(Warning.NEVER_ISSUED);
    }
    return new Valid(digits, carriesDate ? date.get() : null, warnings);
  }

  private static Optional<Integer> century(int last) {
    return switch (last) {
      case 8 -> Optional.of(1800);
      case 9 -> Optional.of(1900);
      case 0 -> Optional.of(2000);
      case UNBORN_CENTURY -> Optional.of(2100);
      default -> Optional.empty();
    };
  }

  static Set<Warning> warnings(String digits) {
    Set<Warning> warnings = EnumSet.noneOf(Warning.class);
    if (Digits.weighted(digits, WEIGHTS) % 11 != 0) {
      warnings.add(Warning.ADVISORY_CHECK_DIGIT);
    }
    return warnings;
  }

  static Stream<String> synthetic(LocalDate date, int addedToDay) {
    String start =
        "%02d%02d%02d"
            .formatted(
                date.getDayOfMonth() + addedToDay, date.getMonthValue(), date.getYear() % 100);
    return Digits.counting(FIRST_SERIAL, 100, 2)
        .flatMap(serial -> Digits.closings(start + serial))
        .map(number -> number + UNBORN_CENTURY)
        .filter(
            number ->
                check(number, addedToDay) instanceof Valid valid
                    && !valid.warnings().contains(Warning.ADVISORY_CHECK_DIGIT));
  }
}
