package eu.digitalnorth.country;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodesTest {

  @Test
  void aCountryCodeIsReadInEitherCase() {
    assertThat(CountryCode.of("ee")).isEqualTo(new CountryCode("EE"));
    assertThat(CountryCode.of("EE").lower()).isEqualTo("ee");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "E", "EST", "e1"})
  void whatIsNoCountryCodeIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> CountryCode.of(text));
  }

  @ParameterizedTest
  @CsvSource({
    "LOW, http://eidas.europa.eu/LoA/low",
    "SUBSTANTIAL, http://eidas.europa.eu/LoA/substantial",
    "HIGH, http://eidas.europa.eu/LoA/high",
  })
  void aLevelHasTheUriOfEidas(LevelOfAssurance level, String uri) {
    assertThat(level.uri()).isEqualTo(uri);
    assertThat(LevelOfAssurance.ofUri(uri)).contains(level);
  }

  @Test
  void aHigherLevelServesWhereALowerIsAskedFor() {
    assertThat(LevelOfAssurance.HIGH.isAtLeast(LevelOfAssurance.SUBSTANTIAL)).isTrue();
    assertThat(LevelOfAssurance.SUBSTANTIAL.isAtLeast(LevelOfAssurance.SUBSTANTIAL)).isTrue();
    assertThat(LevelOfAssurance.LOW.isAtLeast(LevelOfAssurance.SUBSTANTIAL)).isFalse();
  }

  @Test
  void aProcedureWhoseNameWasNotCheckedIsShownByItsCode() {
    assertThat(new ProcedureCode("W2").title()).isEqualTo("W2");
    assertThat(ProcedureCode.CHANGE_OF_ADDRESS.title())
        .isEqualTo("Registering a change of address");
  }

  @Test
  void anAuthorityIdTellsItsCountry() {
    assertThat(new AuthorityId("NO:university-admissions").country().value()).isEqualTo("NO");
  }
}
