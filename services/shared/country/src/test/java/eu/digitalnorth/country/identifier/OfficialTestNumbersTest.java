package eu.digitalnorth.country.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.country.identifier.Check.Valid;
import eu.digitalnorth.country.identifier.Check.Warning;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers that the issuers or their trust services publish for tests. */
class OfficialTestNumbersTest {

  @ParameterizedTest
  @CsvSource({
    "no-fodselsnummer, 16822548834, 1925-02-16",
    "no-fodselsnummer, 11812448848, 1924-01-11",
    "no-fodselsnummer, 19872347995, 1923-07-19",
    "se-personnummer, 198611239883, 1986-11-23",
    "fi-hetu, 010594Y9032, 1994-05-01",
    "fi-hetu, 020594X903P, 1994-05-02",
    "ee-isikukood, 60001017869, 2000-01-01",
    "ee-isikukood, 39901012239, 1999-01-01",
    "lv-personas-kods, 010101-10006, 1901-01-01",
  })
  void isAcceptedWithItsDate(String scheme, String number, LocalDate birthDate) {
    assertThat(Schemes.named(scheme).check(number))
        .isInstanceOfSatisfying(
            Valid.class, valid -> assertThat(valid.birthDate()).contains(birthDate));
  }

  @ParameterizedTest
  @CsvSource({
    "no-fodselsnummer, 16822548834",
    "no-fodselsnummer, 11812448848",
    "no-fodselsnummer, 19872347995",
    "fi-hetu, 010594Y9032",
    "fi-hetu, 020594X903P",
  })
  void isToldToBeOfATestRange(String scheme, String number) {
    assertThat(Schemes.named(scheme).check(number))
        .isInstanceOfSatisfying(
            Valid.class, valid -> assertThat(valid.warnings()).containsExactly(Warning.TEST_RANGE));
  }
}
