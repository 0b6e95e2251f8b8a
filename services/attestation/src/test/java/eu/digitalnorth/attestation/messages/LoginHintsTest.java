package eu.digitalnorth.attestation.messages;

import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.attestation.authentication.LoginHint;
import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.country.identifier.IdentifierSchemes;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginHintsTest {
  private final LoginHints hints =
      new LoginHints(
          CountryProfiles.load(),
          new IdentifierSchemes(Clock.systemUTC()),
          (country, scheme, identifier) -> country + ":" + scheme + ":" + identifier);

  @Test
  void namesAPersonByPseudonymInTheCountryThatIsAsked() {
    assertThat(estonian("ee-isikukood", "39901012239", null, null))
        .isEqualTo(new LoginHint(true, "EE:ee-isikukood:39901012239", null));
  }

  @Test
  void readsAnIdentifierHoweverItIsSpelled() {
    LoginHint hint =
        hints.of(new CountryCode("LV"), hint("lv-personas-kods", "010101-10006", null, null));

    assertThat(hint).isEqualTo(new LoginHint(true, "LV:lv-personas-kods:01010110006", null));
  }

  @Test
  void namesACompanyByPseudonymToo() {
    assertThat(estonian("ee-isikukood", "39901012239", "ee-registrikood", "10000018"))
        .isEqualTo(
            new LoginHint(true, "EE:ee-isikukood:39901012239", "EE:ee-registrikood:10000018"));
  }

  @ParameterizedTest
  @CsvSource({
    "fi-hetu, 010594Y9032", // of another country
    "ee-isikukood, 39901012230", // a wrong check digit
    "nonsense, 39901012239"
  })
  void aPersonOfAnotherSchemeIsNotWellFormed(String scheme, String identifier) {
    assertThat(estonian(scheme, identifier, null, null).wellFormed()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"fi-y-tunnus, 0112038-9", "ee-registrikood, 1", "ee-registrikood,", ", 10000018"})
  void aCompanyOfAnotherSchemeIsNotWellFormed(
      @Nullable String scheme, @Nullable String identifier) {
    assertThat(estonian("ee-isikukood", "39901012239", scheme, identifier).wellFormed()).isFalse();
  }

  private LoginHint estonian(
      String scheme,
      String identifier,
      @Nullable String companyScheme,
      @Nullable String companyIdentifier) {
    return hints.of(
        new CountryCode("EE"), hint(scheme, identifier, companyScheme, companyIdentifier));
  }

  private static eu.digitalnorth.schemas.eid.LoginHint hint(
      String scheme,
      String identifier,
      @Nullable String companyScheme,
      @Nullable String companyIdentifier) {
    return new eu.digitalnorth.schemas.eid.LoginHint(
        scheme, identifier, companyScheme, companyIdentifier);
  }
}
