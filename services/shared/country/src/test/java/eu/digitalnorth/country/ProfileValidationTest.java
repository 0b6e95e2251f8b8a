package eu.digitalnorth.country;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.digitalnorth.country.InvalidCountryProfilesException.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileValidationTest {

  @Test
  void theFixturesThemselvesAreRight() {
    assertThat(ProfileFixtures.load(ProfileFixtures.PROVIDER).codes()).hasSize(2);
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "code: AA | code: A1 | code: A country code is two upper-case letters: A1",
        "name: Aland | nome: Aland | nome: unknown field",
        "name: Aland | nome: Aland | name: missing",
        "name: Aland | name: [Aland] | name: must be a text",
        "{ en: Aland } | {} | nativeNames: must have at least one entry",
        "{ en: Aland } | Aland | nativeNames: must be a map",
        "euMember: true | euMember: maybe | euMember: must be true or false",
        "euMember: true | #none | euMember: missing",
        "[{ name: A-card, level: high }] | [] | eid.means: must name at least one means of"
            + " authentication",
        "level: high }] | level: top }] | eid.means[0].level: must be one of [LOW, SUBSTANTIAL,"
            + " HIGH]: top",
        "person: ee-isikukood | person: aa-number | identifiers.person: no identifier scheme of"
            + " people: aa-number",
        "company: ee-registrikood | company: ee-isikukood | identifiers.company: no identifier"
            + " scheme of companies: ee-isikukood",
        "id: \"AA:register\" | id: \"AA:Register\" | authorities[0].id: An authority id is a"
            + " country code, a colon and lower-case words with hyphens: AA:Register",
        "id: \"AA:register\" | id: \"BB:register\" | authorities[0].id: BB:register is of another"
            + " country",
        "procedures: [V1] | procedures: [V99] | authorities[0].procedures[0]: No published"
            + " procedure code: V99",
        "provides: [BIRTH, | provides: [DEATH, | authorities[0].provides[0]: must be one of [BIRTH,"
            + " RESIDENCE, DIPLOMA, COMPANY_REGISTRATION, TAX_CLEARANCE]: DEATH",
        "{ id: POP, | { id: pop, | registers.population.id: A register id is capital letters and"
            + " digits: pop",
        "People, authority: \"AA:register\" | People, authority: \"AA:nobody\" |"
            + " registers.population.authority: AA:nobody is not among the authorities",
        "Companies, authority: \"AA:register\" | Companies, authority: \"BB:office\" |"
            + " registers.business.authority: BB:office is not among the authorities",
        "\"AA:data-protection\" | \"BB:data-protection\" | dataProtection.id: BB:data-protection is"
            + " of another country",
        "\"AA:data-protection\" | \"AA:register\" | dataProtection.id: AA:register is among the"
            + " authorities",
        "evidence: RESIDENCE, | evidence: DIPLOMA, | agreements[0].evidence: no authority provides"
            + " DIPLOMA",
        "requester: BB | requester: AA | agreements[1].requester: is the country itself",
        "requester: BB | requester: CC | agreements[1].requester: CC does not take part",
        "requester: BB | requester: EU27 | agreements[1].requester: A country code is two"
            + " upper-case letters: EU27",
        "[\"BB:office\"] | [\"CC:office\"] | agreements[1].authorities: CC:office is not an"
            + " authority of the requester",
        "[\"BB:office\"] | [\"BB:other\"] | agreements[1].authorities: BB:other does not run V1",
        "[\"BB:office\"] | [\"BB:nobody\"] | agreements[1].authorities: BB:nobody does not run V1",
        "[\"BB:office\"] | BB:office | agreements[1].authorities: must be a list",
        "{ eid: 1 } | { eid: 0 } | schemaVersions.eid: must be a whole number of 1 or more",
        "{ eid: 1 } | {} | schemaVersions: must have at least one entry",
      })
  void aMistakeIsToldWithFilePathAndReason(String right, String wrong, String problem) {
    assertThat(problems(ProfileFixtures.PROVIDER.replace(right, wrong)))
        .extracting(Problem::toString)
        .contains("aa.yaml " + problem);
  }

  @Test
  void anAuthorityWithoutAnythingToDoIsAMistake() {
    String idle = "  - { id: \"AA:idle\", name: Idle }\nregisters:";

    assertThat(problems(ProfileFixtures.PROVIDER.replace("registers:", idle)))
        .extracting(Problem::toString)
        .containsExactly("aa.yaml authorities[1]: must run a procedure or provide evidence");
  }

  @Test
  void anAuthorityTwiceIsAMistake() {
    String twice = "  - { id: \"AA:register\", name: Twin, procedures: [V1] }\nregisters:";

    assertThat(problems(ProfileFixtures.PROVIDER.replace("registers:", twice)))
        .extracting(Problem::toString)
        .containsExactly("aa.yaml authorities[1].id: AA:register stands twice");
  }

  @Test
  void twoAgreementsOnTheSameAreAMistake() {
    String second =
        """
        agreements:
          - { requester: "*", procedure: V1, evidence: RESIDENCE, level: high }
        """;

    assertThat(problems(ProfileFixtures.PROVIDER.replace("agreements:\n", second)))
        .extracting(Problem::toString)
        .containsExactly(
            "aa.yaml agreements[1]: a second agreement with the same requester, procedure and"
                + " evidence");
  }

  @Test
  void whatIsNoYamlIsToldWithItsLine() {
    assertThat(problems("code: AA\nname: [unclosed\n"))
        .anySatisfy(
            problem -> {
              assertThat(problem.path()).startsWith("line ");
              assertThat(problem.what()).startsWith("not readable as YAML");
            });
  }

  @Test
  void aKeyTwiceIsAMistake() {
    assertThat(problems("name: Twice\n" + ProfileFixtures.PROVIDER))
        .extracting(Problem::what)
        .anySatisfy(what -> assertThat(what).contains("Duplicate"));
  }

  @Test
  void everyMistakeOfEveryFileIsToldAtOnce() {
    String twoMistakes =
        ProfileFixtures.PROVIDER.replace("name: Aland", "").replace("euMember: true", "");

    assertThat(problems(twoMistakes)).hasSize(2);
  }

  @Test
  void aCountryTwiceIsAMistake(@TempDir Path directory) throws Exception {
    Path copy = directory.resolve("copy.yaml");
    Files.writeString(copy, ProfileFixtures.REQUESTER.replaceAll("\\bBB\\b", "EE"));

    assertThatThrownBy(() -> CountryProfiles.load(directory))
        .isInstanceOf(InvalidCountryProfilesException.class)
        .hasMessageContaining("copy.yaml code: EE is described by ee.yaml");
  }

  private static List<Problem> problems(String provider) {
    try {
      ProfileFixtures.load(provider);
      return List.of();
    } catch (InvalidCountryProfilesException e) {
      return e.problems();
    }
  }
}
