package eu.digitalnorth.country.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.country.identifier.Check.Invalid;
import eu.digitalnorth.country.identifier.Check.Reason;
import eu.digitalnorth.country.identifier.Check.Valid;
import eu.digitalnorth.country.identifier.Check.Warning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompanySchemesTest {

  /** Numbers of public bodies, so that no business is named here. */
  @ParameterizedTest
  @CsvSource({
    "no-organisasjonsnummer, 974 760 673, 974760673",
    "se-organisationsnummer, 202100-5489, 2021005489",
    "se-organisationsnummer, 16202100-5489, 2021005489",
    "fi-y-tunnus, 0245437-2, 02454372",
    "ee-registrikood, 70000310, 70000310",
    "lv-registracijas-numurs, 90000270634, 90000270634",
    "dk-cvr, 10 15 08 17, 10150817",
    "lt-kodas, 188729019, 188729019",
  })
  void aPublicBodysNumberIsAccepted(String scheme, String written, String normalised) {
    assertThat(Schemes.named(scheme).check(written))
        .isInstanceOfSatisfying(
            Valid.class, valid -> assertThat(valid.normalised()).isEqualTo(normalised));
  }

  @Test
  void aNorwegianTestCompanyIsToldToBeOne() {
    String number = WeightedCompanyNumber.NORWAY.synthetic().findFirst().orElseThrow();

    assertThat(WeightedCompanyNumber.NORWAY.check(number))
        .isInstanceOfSatisfying(
            Valid.class, valid -> assertThat(valid.warnings()).contains(Warning.TEST_RANGE));
  }

  @ParameterizedTest
  @CsvSource({
    "dk-cvr, 01234567",
    "ee-registrikood, 20000000",
    "se-organisationsnummer, 5510101234"
  })
  void aWrongLeadingDigitIsRejected(String scheme, String number) {
    assertThat(Schemes.named(scheme).check(number)).isEqualTo(new Invalid(Reason.FORM));
  }
}
