package eu.digitalnorth.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ScenarioTest {
  private static final String TOLD =
      """
      {"id": "unknown-subject", "title": "Unknown subject", "story": "A story.",
       "requester": "NO:university-admissions", "citizenCountry": "EE", "citizen": "APPROVES",
       "evidence": [{"type": "DIPLOMA", "providerCountry": "LV"}],
       "expected": {"state": "REFUSED", "stage": "EVIDENCE", "code": "EDM:ERR:0004",
                    "reason": "SUBJECT_NOT_FOUND"}}
      """;

  @Test
  void aScenarioIsReadAsThePortalTellsIt() {
    Scenario scenario = Scenario.of(new JsonMapper().readTree(TOLD));

    assertThat(scenario.route()).isEqualTo("NO → EE, LV");
    assertThat(scenario.denies()).isFalse();
    assertThat(scenario.expected())
        .isEqualTo(new Ending("REFUSED", "EDM:ERR:0004", "SUBJECT_NOT_FOUND"));
  }

  @Test
  void anEndingIsToldWithoutRepetition() {
    assertThat(new Ending("REFUSED", "ACCESS_DENIED", "ACCESS_DENIED"))
        .hasToString("REFUSED ACCESS_DENIED");
  }
}
