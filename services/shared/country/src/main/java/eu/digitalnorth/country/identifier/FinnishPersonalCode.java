package eu.digitalnorth.country.identifier;

import static eu.digitalnorth.country.identifier.Digits.number;

import eu.digitalnorth.country.identifier.Check.Invalid;
import eu.digitalnorth.country.identifier.Check.Reason;
import eu.digitalnorth.country.identifier.Check.Valid;
import eu.digitalnorth.country.identifier.Check.Warning;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finland's henkilötunnus: DDMMYY, century sign, individual number, check character. Two people may
 * differ in the sign alone (since 2023 there are several for a century), so it is never dropped.
 * Synthetic people have an individual number of 900-999, which the issuer keeps for test data.
 */
record FinnishPersonalCode() implements PersonScheme {

  private static final Pattern FORM = Pattern.compile("\\d{6}[-+A-FU-Y]\\d{3}[0-9A-Y]");
  private static final String CHECK_CHARACTERS = "0123456789ABCDEFHJKLMNPRSTUVWXY";
  private static final int FIRST_TEST_NUMBER = 900;
  private static final int FIRST_ISSUED = 2;

  @Override
  public String name() {
    return "fi-hetu";
  }

  @Override
  public Check check(String text) {
    String code = text.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    if (!FORM.matcher(code).matches()) {
      return new Invalid(Reason.FORM);
    }
    if (checkCharacter(code.substring(0, 6) + code.substring(7, 10)) != code.charAt(10)) {
      return new Invalid(Reason.CHECK_DIGIT);
    }
    int year = century(code.charAt(6)) + number(code, 4, 6);
    return Dates.of(year, number(code, 2, 4), number(code, 0, 2))
        .<Check>map(born -> new Valid(code, born, warnings(number(code, 7, 10))))
        .orElseGet(() -> new Invalid(Reason.DATE));
  }

  private static char checkCharacter(String nineDigits) {
    return CHECK_CHARACTERS.charAt(Integer.parseInt(nineDigits) % 31);
  }

  private static int century(char sign) {
    return switch (sign) {
      case '+' -> 1800;
      case '-', 'U', 'V', 'W', 'X', 'Y' -> 1900;
      default -> 2000;
    };
  }

  private static Set<Warning> warnings(int individual) {
    Set<Warning> warnings = EnumSet.noneOf(Warning.class);
    if (individual >= FIRST_TEST_NUMBER) {
      warnings.add(Warning.TEST_RANGE);
    } else if (individual < FIRST_ISSUED) {
      warnings.add(Warning.NEVER_ISSUED);
    }
    return warnings;
  }

  @Override
  public Stream<String> synthetic(LocalDate birthDate, Sex sex) {
    String date = Dates.DDMMYY.format(birthDate);
    String sign = birthDate.getYear() < 1900 ? "+" : birthDate.getYear() < 2000 ? "-" : "A";
    return Digits.counting(FIRST_TEST_NUMBER, 1000, 3)
        .filter(individual -> sex.fits(Digits.at(individual, 2)))
        .map(individual -> date + sign + individual + checkCharacter(date + individual));
  }
}
