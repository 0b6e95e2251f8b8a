package eu.digitalnorth.country;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountryProfilesTest {

  private final CountryProfiles profiles = CountryProfiles.load();

  @Test
  void theEightCountriesTakePart() {
    assertThat(profiles.codes())
        .extracting(CountryCode::value)
        .containsExactly("DK", "EE", "FI", "IS", "LT", "LV", "NO", "SE");
  }
}
