package eu.digitalnorth.country.identifier;

import static eu.digitalnorth.country.identifier.Digits.at;
import static eu.digitalnorth.country.identifier.Digits.number;

import eu.digitalnorth.country.identifier.Check.Invalid;
import eu.digitalnorth.country.identifier.Check.Reason;
import eu.digitalnorth.country.identifier.Check.Valid;
import eu.digitalnorth.country.identifier.Check.Warning;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Denmark's CPR number: DDMMYY and four digits, the first of which tells the century with the year.
 * The check digit is advisory: since 2007 numbers are issued that fail it. Synthetic people have
 * day + 60, outside what the register can issue, which the guidance on fictitious numbers of STIL
 * (Styrelsen for It og Læring) names.
 */
record DanishPersonalNumber() implements PersonScheme {

  private static final Pattern FORM = Pattern.compile("\\d{10}");
  private static final int[] WEIGHTS = {4, 3, 2, 7, 6, 5, 4, 3, 2, 1};
  private static final int FICTITIOUS = 60;

  @Override
  public String name() {
    return "dk-cpr";
  }

  @Override
  public Check check(String text) {
    String digits = Digits.bare(text);
    if (!FORM.matcher(digits).matches()) {
      return new Invalid(Reason.FORM);
    }
    int day = number(digits, 0, 2);
    boolean fictitious = day > FICTITIOUS;
    int year = century(at(digits, 6), number(digits, 4, 6)) + number(digits, 4, 6);
    return Dates.of(year, number(digits, 2, 4), fictitious ? day - FICTITIOUS : day)
        .<Check>map(born -> new Valid(digits, born, warnings(digits, fictitious)))
        .orElseGet(() -> new Invalid(Reason.DATE));
  }

  private static int century(int seventh, int year) {
    return switch (seventh) {
      case 0, 1, 2, 3 -> 1900;
      case 4, 9 -> year < 37 ? 2000 : 1900;
      default -> year < 58 ? 2000 : 1800;
    };
  }

  private static Set<Warning> warnings(String digits, boolean fictitious) {
    Set<Warning> warnings = EnumSet.noneOf(Warning.class);
    if (Digits.weighted(digits, WEIGHTS) % 11 != 0) {
      warnings.add(Warning.ADVISORY_CHECK_DIGIT);
    }
    if (fictitious) {
      warnings.add(Warning.NEVER_ISSUED);
    }
    return warnings;
  }

  @Override
  public Stream<String> synthetic(LocalDate birthDate, Sex sex) {
    String start =
        "%02d%02d%02d"
            .formatted(
                birthDate.getDayOfMonth() + FICTITIOUS,
                birthDate.getMonthValue(),
                birthDate.getYear() % 100);
    int year = birthDate.getYear();
    return Digits.counting(0, 10_000, 4)
        .filter(four -> sex.fits(at(four, 3)))
        .filter(four -> century(at(four, 0), year % 100) == year - year % 100)
        .map(four -> start + four)
        .filter(number -> Digits.weighted(number, WEIGHTS) % 11 == 0)
        .filter(number -> check(number).isValid());
  }
}
