package eu.digitalnorth.country;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountryProfilesTest {

  private final CountryProfiles profiles = CountryProfiles.load();

  @Test
  void theEightCountriesTakePart() {
    assertThat(profiles.codes())
        .extracting(CountryCode::value)
        .containsExactly("DK", "EE", "FI", "IS", "LT", "LV", "NO", "SE");
  }

  @Test
  void norwayAndIcelandAreNoMemberStates() {
    assertThat(profiles.all())
        .filteredOn(profile -> !profile.euMember())
        .extracting(profile -> profile.code().value())
        .containsExactly("IS", "NO");
  }

  @Test
  void everyCountryProvidesEveryEvidenceType() {
    assertThat(profiles.all())
        .allSatisfy(
            profile ->
                assertThat(Arrays.stream(EvidenceTypeCode.values()))
                    .allSatisfy(type -> assertThat(profile.providerOf(type)).isPresent()));
  }

  @Test
  void everyAgreementIsOnAProcedureThatSomebodyElseRuns() {
    assertThat(profiles.all())
        .flatExtracting(CountryProfile::agreements)
        .allSatisfy(
            agreement ->
                assertThat(profiles.all())
                    .anySatisfy(
                        profile ->
                            assertThat(profile.requestersFor(agreement.procedure())).isNotEmpty()));
  }

  @Test
  void aCountryThatDoesNotTakePartIsNotFound() {
    CountryCode germany = CountryCode.of("DE");

    assertThat(profiles.find(germany)).isEmpty();
    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(() -> profiles.get(germany))
        .withMessage("No participant: DE");
  }

  @Test
  void aCountryIsAddedByOneFile(@TempDir Path directory) throws Exception {
    Files.writeString(directory.resolve("bb.yaml"), ProfileFixtures.REQUESTER);

    CountryProfiles nine = CountryProfiles.load(directory);

    assertThat(nine.codes()).hasSize(9);
    assertThat(nine.get(CountryCode.of("BB")).name()).isEqualTo("Beland");
  }

  @Test
  void theHighestLevelIsThatOfTheStrongestMeans() {
    assertThat(profiles.get(CountryCode.of("NO")).eid().highestLevel())
        .isEqualTo(LevelOfAssurance.HIGH);
    assertThat(profiles.get(CountryCode.of("SE")).eid().highestLevel())
        .isEqualTo(LevelOfAssurance.SUBSTANTIAL);
  }
}
