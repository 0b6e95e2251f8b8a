package eu.digitalnorth.country.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.country.identifier.Check.Invalid;
import eu.digitalnorth.country.identifier.Check.Reason;
import eu.digitalnorth.country.identifier.Check.Valid;
import eu.digitalnorth.country.identifier.Check.Warning;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonSchemesTest {

  @ParameterizedTest
  @CsvSource({
    "ee-isikukood, ' 39901012239 ', 39901012239",
    "lv-personas-kods, 010101-10006, 01010110006",
    "no-fodselsnummer, 168225 48834, 16822548834",
    "fi-hetu, 010594y9032, 010594Y9032",
    "se-personnummer, 19861123-9883, 198611239883",
    "se-personnummer, 861123-9883, 198611239883",
    "se-personnummer, 8611239883, 198611239883",
    "dk-cpr, 010180-0008, 0101800008",
  })
  void oneIdentityHasOneSpelling(String scheme, String written, String normalised) {
    assertThat(Schemes.named(scheme).check(written))
        .isInstanceOfSatisfying(
            Valid.class, valid -> assertThat(valid.normalised()).isEqualTo(normalised));
  }

  @Test
  void theFinnishCenturySignIsPartOfTheIdentity() {
    assertThat(normalised("fi-hetu", "010594Y9032"))
        .isNotEqualTo(normalised("fi-hetu", "010594-9032"));
  }

  @Test
  void aPlusMakesASwedeOlderThanAHundred() {
    assertThat(normalised("se-personnummer", "121212-1212")).startsWith("2012");
    assertThat(normalised("se-personnummer", "121212+1212")).isEqualTo("191212121212");
  }

  @Test
  void tenSwedishDigitsAreNeverOfTheFuture() {
    String laterThisYear = closed("261123123");

    assertThat(normalised("se-personnummer", laterThisYear)).startsWith("1926");
  }

  @Test
  void aCoordinationNumberHasSixtyMoreDays() {
    assertThat(birthDate("se-personnummer", "20160161" + closed("160161238").substring(6)))
        .isEqualTo("2016-01-01");
  }

  @Test
  void aNorwegianDNumberHasFortyMoreDays() {
    String dNumber =
        Digits.counting(0, 500, 3)
            .flatMap(individual -> Digits.closings("470380" + individual))
            .flatMap(Digits::closings)
            .filter(number -> Schemes.named("no-fodselsnummer").check(number).isValid())
            .findFirst()
            .orElseThrow();

    assertThat(birthDate("no-fodselsnummer", dNumber)).isEqualTo("1980-03-07");
  }

  @Test
  void aNorwegianTestNumberHasEightyMoreMonths() {
    assertThat(
            new NorwegianBirthNumber()
                .synthetic(LocalDate.of(1980, 3, 7), PersonScheme.Sex.FEMALE)
                .limit(100))
        .isNotEmpty()
        .allMatch(number -> number.startsWith("078380"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0101800008", "0101800018", "0101654321"})
  void aDanishCheckDigitOnlyAdvises(String number) {
    assertThat(Schemes.named("dk-cpr").check(number).isValid()).isTrue();
  }

  @Test
  void aDanishNumberThatFailsTheAdviceIsToldSo() {
    assertThat(Schemes.named("dk-cpr").check("0101800009"))
        .isInstanceOfSatisfying(
            Valid.class,
            valid -> assertThat(valid.warnings()).contains(Warning.ADVISORY_CHECK_DIGIT));
  }

  @ParameterizedTest
  @CsvSource({
    "0101360000, 1936-01-01",
    "0101364000, 2036-01-01",
    "0101374000, 1937-01-01",
    "0101575000, 2057-01-01",
    "0101585000, 1858-01-01",
    "0101369000, 2036-01-01",
  })
  void theSeventhDanishDigitTellsTheCentury(String number, LocalDate birthDate) {
    assertThat(birthDate("dk-cpr", number)).isEqualTo(birthDate);
  }

  @Test
  void anIcelandicNumberWithoutCheckDigitIsValid() {
    assertThat(Schemes.named("is-kennitala").check("010180-2009").isValid()).isTrue();
  }

  @Test
  void anIcelandicSystemNumberCarriesNoDate() {
    assertThat(Schemes.named("is-kennitala").check("8123456789"))
        .isInstanceOfSatisfying(Valid.class, valid -> assertThat(valid.birthDate()).isEmpty());
  }

  @Test
  void aLatvianNumberSince2017CarriesNoDate() {
    assertThat(Schemes.named("lv-personas-kods").check("329999-99901"))
        .isInstanceOfSatisfying(Valid.class, valid -> assertThat(valid.birthDate()).isEmpty());
  }

  @Test
  void aLithuanianNumberThatStartsWithNineCarriesNoDate() {
    String number =
        Digits.closings("9001313999")
            .filter(one -> Schemes.named("lt-asmens-kodas").check(one).isValid())
            .findFirst()
            .orElseThrow();

    assertThat(Schemes.named("lt-asmens-kodas").check(number))
        .isInstanceOfSatisfying(Valid.class, valid -> assertThat(valid.birthDate()).isEmpty());
    assertThat(Schemes.named("ee-isikukood").check(number)).isEqualTo(new Invalid(Reason.FORM));
  }

  @ParameterizedTest
  @CsvSource({
    "dk-cpr, 3102800008",
    "fi-hetu, 310294-9001",
    "is-kennitala, 3102802009",
  })
  void aDayThatDoesNotExistIsRejected(String scheme, String number) {
    assertThat(Schemes.named(scheme).check(number).isValid()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "abcdefghijk", "123456789012345678901234567890"})
  void whatIsNoNumberAtAllIsRejectedByItsForm(String text) {
    assertThat(Schemes.ALL.all())
        .allSatisfy(scheme -> assertThat(scheme.check(text)).isEqualTo(new Invalid(Reason.FORM)));
  }

  @Test
  void noOutcomeShowsTheNumber() {
    assertThat(Schemes.named("ee-isikukood").check("39901012239").toString())
        .doesNotContain("39901012239");
    assertThat(Schemes.named("ee-isikukood").check("39901012238"))
        .isEqualTo(new Invalid(Reason.CHECK_DIGIT));
  }

  private static String normalised(String scheme, String text) {
    return ((Valid) Schemes.named(scheme).check(text)).normalised();
  }

  private static LocalDate birthDate(String scheme, String text) {
    return ((Valid) Schemes.named(scheme).check(text)).birthDate().orElseThrow();
  }

  private static String closed(String nineDigits) {
    return Digits.closings(nineDigits).filter(Digits::luhn).findFirst().orElseThrow();
  }
}
