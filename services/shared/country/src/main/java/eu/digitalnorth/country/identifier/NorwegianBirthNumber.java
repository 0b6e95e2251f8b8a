package eu.digitalnorth.country.identifier;

import static eu.digitalnorth.country.identifier.Digits.number;

import eu.digitalnorth.country.identifier.Check.Invalid;
import eu.digitalnorth.country.identifier.Check.Reason;
import eu.digitalnorth.country.identifier.Check.Valid;
import eu.digitalnorth.country.identifier.Check.Warning;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Norway's fødselsnummer and D-number (day + 40): DDMMYY, an individual number that also tells the
 * century, two check digits. Synthetic people have month + 80, the range of Skatteetaten's own test
 * population (Tenor).
 */
record NorwegianBirthNumber() implements PersonScheme {

  private static final Pattern FORM = Pattern.compile("\\d{11}");
  private static final int[] FIRST = {3, 7, 6, 1, 8, 9, 4, 5, 2, 1};
  private static final int[] SECOND = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1};
  private static final int D_NUMBER = 40;
  private static final int TEST = 80;

  @Override
  public String name() {
    return "no-fodselsnummer";
  }

  @Override
  public Check check(String text) {
    String digits = Digits.bare(text);
    if (!FORM.matcher(digits).matches()) {
      return new Invalid(Reason.FORM);
    }
    if (Digits.weighted(digits, FIRST) % 11 != 0 || Digits.weighted(digits, SECOND) % 11 != 0) {
      return new Invalid(Reason.CHECK_DIGIT);
    }
    int day = number(digits, 0, 2);
    int month = number(digits, 2, 4);
    Set<Warning> warnings = EnumSet.noneOf(Warning.class);
    if (month > TEST) {
      warnings.add(Warning.TEST_RANGE);
    }
    OptionalInt year = year(number(digits, 4, 6), number(digits, 6, 9));
    if (year.isEmpty()) {
      warnings.add(Warning.NEVER_ISSUED);
      return new Valid(digits, null, warnings);
    }
    Optional<LocalDate> date =
        Dates.of(
            year.getAsInt(),
            month > TEST ? month - TEST : month,
            day > D_NUMBER ? day - D_NUMBER : day);
    return date.<Check>map(born -> new Valid(digits, born, warnings))
        .orElseGet(() -> new Invalid(Reason.DATE));
  }

  /** The series of the individual number; empty for one that belongs to no series. */
  private static OptionalInt year(int year, int individual) {
    if (individual < 500) {
      return OptionalInt.of(1900 + year);
    }
    if (individual < 750 && year >= 54) {
      return OptionalInt.of(1800 + year);
    }
    if (year < 40) {
      return OptionalInt.of(2000 + year);
    }
    return individual >= 900 ? OptionalInt.of(1900 + year) : OptionalInt.empty();
  }

  @Override
  public Stream<String> synthetic(LocalDate birthDate, Sex sex) {
    String start =
        "%02d%02d%02d"
            .formatted(
                birthDate.getDayOfMonth(),
                birthDate.getMonthValue() + TEST,
                birthDate.getYear() % 100);
    return Digits.counting(0, 1000, 3)
        .filter(individual -> sex.fits(Digits.at(individual, 2)))
        .filter(individual -> isOfYear(birthDate.getYear(), individual))
        .flatMap(individual -> Digits.closings(start + individual))
        .filter(number -> Digits.weighted(number, FIRST) % 11 == 0)
        .flatMap(Digits::closings)
        .filter(number -> check(number).isValid());
  }

  private static boolean isOfYear(int birthYear, String individual) {
    OptionalInt year = year(birthYear % 100, Integer.parseInt(individual));
    return year.isPresent() && year.getAsInt() == birthYear;
  }
}
