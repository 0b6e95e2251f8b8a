package eu.digitalnorth.country.identifier;

import static eu.digitalnorth.country.identifier.Digits.number;

import eu.digitalnorth.country.identifier.Check.Invalid;
import eu.digitalnorth.country.identifier.Check.Reason;
import eu.digitalnorth.country.identifier.Check.Valid;
import eu.digitalnorth.country.identifier.Check.Warning;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Sweden's personnummer and samordningsnummer (day + 60): date, birth number, check digit. Twelve
 * digits when stored, ten when written, with {@code +} for {@code -} from the year in which a
 * person turns 100; ten digits are read as of the clock's day. Birth numbers run from 001 to 999
 * (Skatteverket, Rättslig vägledning, Personnummer), so synthetic people have 000, one for each day
 * and of no telling parity. Skatteverket's own test numbers are a list of single numbers, not a
 * range.
 *
 * @param clock for the century of a number of ten digits
 */
record SwedishPersonalNumber(Clock clock) implements PersonScheme {

  private static final Pattern FORM =
      Pattern.compile("(?<century>1[89]|20)?(?<ten>\\d{6}(?<sign>[-+])?\\d{4})");
  private static final int COORDINATION = 60;

  @Override
  public String name() {
    return "se-personnummer";
  }

  @Override
  public Check check(String text) {
    Matcher form = FORM.matcher(text.replaceAll("\\s", ""));
    if (!form.matches()) {
      return new Invalid(Reason.FORM);
    }
    String ten = form.group("ten").replaceAll("[-+]", "");
    if (!Digits.luhn(ten)) {
      return new Invalid(Reason.CHECK_DIGIT);
    }
    String century = form.group("century");
    int year =
        century == null
            ? yearOf(ten, "+".equals(form.group("sign")))
            : number(century, 0, 2) * 100 + number(ten, 0, 2);
    return of(year, ten);
  }

  private static Check of(int year, String ten) {
    String normalised = year / 100 + ten;
    Set<Warning> warnings =
        number(ten, 6, 9) == 0 ? Set.of(Warning.NEVER_ISSUED) : Set.<Warning>of();
    int day = number(ten, 4, 6);
    // A coordination number may lack the day or the month, where they were not known.
    if (day == COORDINATION || number(ten, 2, 4) == 0 && day > COORDINATION) {
      return new Valid(normalised, null, warnings);
    }
    return date(year, ten)
        .<Check>map(born -> new Valid(normalised, born, warnings))
        .orElseGet(() -> new Invalid(Reason.DATE));
  }

  private static Optional<LocalDate> date(int year, String ten) {
    int day = number(ten, 4, 6);
    return Dates.of(year, number(ten, 2, 4), day > COORDINATION ? day - COORDINATION : day);
  }

  /** The latest year that fits: not in the future, or with {@code +} at least 100 years ago. */
  private int yearOf(String ten, boolean plus) {
    LocalDate today = LocalDate.now(clock);
    int latest = plus ? today.getYear() - 100 : today.getYear();
    int year = latest - Math.floorMod(latest - number(ten, 0, 2), 100);
    boolean future = date(year, ten).filter(born -> born.isAfter(today)).isPresent();
    return future ? year - 100 : year;
  }

  @Override
  public Stream<String> synthetic(LocalDate birthDate, Sex sex) {
    String start = DateTimeFormatter.BASIC_ISO_DATE.format(birthDate) + "000";
    return Digits.closings(start).filter(number -> check(number).isValid());
  }
}
