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
 * Estonia's isikukood and Lithuania's asmens kodas: century and sex, YYMMDD, three serial digits, a
 * check digit of two rounds. The first digit is 1 or 2 for the 19th century, and so on to 7 or 8
 * for the 22nd. No test range is published that is wide enough, so synthetic people get the digits
 * of the 22nd century: nobody was born in it.
 *
 * @param withoutDate a first digit that tells that no date follows, 0 if there is none
 */
record CenturyGenderCode(String name, int withoutDate) implements PersonScheme {

  static final PersonScheme ESTONIA = new CenturyGenderCode("ee-isikukood", 0);
  static final PersonScheme LITHUANIA = new CenturyGenderCode("lt-asmens-kodas", 9);

  private static final Pattern FORM = Pattern.compile("[1-9]\\d{10}");
  private static final int UNBORN_CENTURY = 2100;
  private static final int[] FIRST_ROUND = {1, 2, 3, 4, 5, 6, 7, 8, 9, 1};
  private static final int[] SECOND_ROUND = {3, 4, 5, 6, 7, 8, 9, 1, 2, 3};

  @Override
  public Check check(String text) {
    String digits = Digits.bare(text);
    if (!FORM.matcher(digits).matches() || at(digits, 0) == 9 && withoutDate != 9) {
      return new Invalid(Reason.FORM);
    }
    if (checkDigit(digits, FIRST_ROUND, SECOND_ROUND) != at(digits, 10)) {
      return new Invalid(Reason.CHECK_DIGIT);
    }
    return at(digits, 0) == withoutDate ? new Valid(digits, null, Set.of()) : dated(digits);
  }

  private static Check dated(String digits) {
    int century = 1800 + (at(digits, 0) - 1) / 2 * 100;
    Optional<LocalDate> date =
        Dates.of(century + number(digits, 1, 3), number(digits, 3, 5), number(digits, 5, 7));
    if (date.isEmpty()) {
      return new Invalid(Reason.DATE);
    }
    return century == UNBORN_CENTURY
        ? new Valid(digits, null, Set.of(Warning.NEVER_ISSUED))
        : new Valid(digits, date.get(), Set.of());
  }

  /** A remainder of 10 asks for the second round, and 10 again gives 0. */
  static int checkDigit(String digits, int[] firstRound, int[] secondRound) {
    int first = Digits.weighted(digits, firstRound) % 11;
    return first < 10 ? first : Digits.weighted(digits, secondRound) % 11 % 10;
  }

  @Override
  public Stream<String> synthetic(LocalDate birthDate, Sex sex) {
    String start = (sex == Sex.MALE ? "7" : "8") + Dates.YYMMDD.format(birthDate);
    return Digits.counting(0, 1000, 3)
        .flatMap(serial -> Digits.closings(start + serial))
        .filter(number -> check(number).isValid());
  }
}
