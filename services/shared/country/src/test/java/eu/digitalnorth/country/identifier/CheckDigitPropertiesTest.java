package eu.digitalnorth.country.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eu.digitalnorth.country.identifier.Check.Valid;
import eu.digitalnorth.country.identifier.Check.Warning;
import eu.digitalnorth.country.identifier.PersonScheme.Sex;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What check digits promise, tried on many numbers. Weighted sums modulo 11 with all their digits
 * in one sum (Norway, Finland's and Denmark's companies, Latvia's companies), modulo 31 (Finland)
 * and Luhn's (Sweden) catch every single wrong digit. Where a remainder of 10 is folded into
 * another digit (Estonia, Lithuania, Latvia's people) a few slip through; Denmark's and Iceland's
 * people have a check digit that only advises; Lithuania's companies have none.
 */
class CheckDigitPropertiesTest {

  private static final int NUMBERS = 400;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no-fodselsnummer",
        "no-organisasjonsnummer",
        "fi-hetu",
        "fi-y-tunnus",
        "dk-cvr",
        "lv-registracijas-numurs",
        "se-organisationsnummer",
      })
  void everySingleWrongDigitIsCaught(String scheme) {
    assertThat(numbers(scheme).flatMap(number -> wrongDigits(number, 0)))
        .noneMatch(wrong -> Schemes.named(scheme).check(wrong).isValid());
  }

  /** The century stands before the ten digits that Luhn's formula covers. */
  @Test
  void everySingleWrongDigitOfASwedishPersonIsCaughtButInTheCentury() {
    assertThat(numbers("se-personnummer").flatMap(number -> wrongDigits(number, 2)))
        .noneMatch(wrong -> Schemes.named("se-personnummer").check(wrong).isValid());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no-fodselsnummer",
        "no-organisasjonsnummer",
        "fi-hetu",
        "fi-y-tunnus",
        "dk-cvr",
        "lv-registracijas-numurs",
      })
  void everySwapOfNeighboursIsCaught(String scheme) {
    assertThat(numbers(scheme).flatMap(CheckDigitPropertiesTest::swaps))
        .noneMatch(wrong -> Schemes.named(scheme).check(wrong).isValid());
  }

  /** Luhn's formula cannot tell 09 from 90. */
  @Test
  void everySwapOfNeighboursIsCaughtBySwedenButThatOfNineAndZero() {
    assertThat(
            numbers("se-organisationsnummer")
                .flatMap(number -> swaps(number).filter(wrong -> !swapsNineAndZero(number, wrong))))
        .noneMatch(wrong -> Schemes.named("se-organisationsnummer").check(wrong).isValid());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ee-isikukood", "lt-asmens-kodas", "lv-personas-kods", "ee-registrikood"})
  void nearlyEveryWrongDigitIsCaughtWhereTenIsFolded(String scheme) {
    List<String> wrong = numbers(scheme).flatMap(number -> wrongDigits(number, 0)).toList();
    long missed = wrong.stream().filter(one -> Schemes.named(scheme).check(one).isValid()).count();

    assertThat((double) missed / wrong.size()).isCloseTo(0, within(0.02));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dk-cpr", "is-kennitala", "is-kennitala-organisation"})
  void aWrongCheckDigitIsOnlyWarnedOfWhereItAdvises(String scheme) {
    int checkDigit = scheme.startsWith("is") ? 8 : 9;

    assertThat(numbers(scheme).flatMap(number -> wrongDigitsAt(number, checkDigit)))
        .allSatisfy(
            wrong ->
                assertThat(Schemes.named(scheme).check(wrong))
                    .isInstanceOfSatisfying(
                        Valid.class,
                        valid ->
                            assertThat(valid.warnings()).contains(Warning.ADVISORY_CHECK_DIGIT)));
  }

  private static Stream<String> numbers(String scheme) {
    return switch (Schemes.named(scheme)) {
      case CompanyScheme companies -> companies.synthetic().limit(NUMBERS);
      case PersonScheme people -> people(people);
    };
  }

  private static Stream<String> people(PersonScheme scheme) {
    Random random = new Random(20_261_122);
    return random
        .ints(NUMBERS, 0, 34_000)
        .mapToObj(LocalDate.of(1930, 1, 1)::plusDays)
        .flatMap(
            day -> scheme.synthetic(day, day.getYear() % 2 == 0 ? Sex.FEMALE : Sex.MALE).limit(1));
  }

  private static Stream<String> wrongDigits(String number, int from) {
    return IntStream.range(from, number.length())
        .filter(i -> Character.isDigit(number.charAt(i)))
        .boxed()
        .flatMap(i -> wrongDigitsAt(number, i));
  }

  private static Stream<String> wrongDigitsAt(String number, int index) {
    return IntStream.range(0, 10)
        .filter(digit -> digit != number.charAt(index) - '0')
        .mapToObj(digit -> number.substring(0, index) + digit + number.substring(index + 1));
  }

  private static Stream<String> swaps(String number) {
    return IntStream.range(0, number.length() - 1)
        .filter(i -> Character.isDigit(number.charAt(i)) && Character.isDigit(number.charAt(i + 1)))
        .filter(i -> number.charAt(i) != number.charAt(i + 1))
        .mapToObj(
            i ->
                number.substring(0, i)
                    + number.charAt(i + 1)
                    + number.charAt(i)
                    + number.substring(i + 2));
  }

  private static boolean swapsNineAndZero(String number, String swapped) {
    int first =
        IntStream.range(0, number.length())
            .filter(i -> number.charAt(i) != swapped.charAt(i))
            .findFirst()
            .orElseThrow();
    return List.of("09", "90").contains(number.substring(first, first + 2));
  }
}
