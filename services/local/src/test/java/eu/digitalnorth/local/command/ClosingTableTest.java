package eu.digitalnorth.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.local.demo.Ending;
import eu.digitalnorth.local.demo.Scenario;
import eu.digitalnorth.local.demo.ScenarioResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosingTableTest {
  private static final Ending COMPLETED = new Ending("COMPLETED", "", "");
  private static final Ending NOT_FOUND =
      new Ending("REFUSED", "EDM:ERR:0004", "SUBJECT_NOT_FOUND");

  @Test
  void theLastLineCountsWhatEndedAsItShould() {
    List<ScenarioResult> results =
        List.of(result(COMPLETED, COMPLETED), result(COMPLETED, COMPLETED), refused());

    assertThat(ClosingTable.summary(results))
        .isEqualTo("3 exchanges: 2 completed, 1 refused as expected, 0 failed");
  }

  @Test
  void aRefusalForAnotherReasonThanExpectedIsAFailure() {
    Ending other = new Ending("REFUSED", "EDM:ERR:0002", "NO_ACCESS_AGREEMENT");

    assertThat(ClosingTable.summary(List.of(result(NOT_FOUND, other))))
        .isEqualTo("1 exchanges: 0 completed, 0 refused as expected, 1 failed");
  }

  @Test
  void anExchangeThatShouldHaveBeenRefusedHasFailedWhenItIsCompleted() {
    assertThat(ClosingTable.summary(List.of(result(NOT_FOUND, COMPLETED))))
        .isEqualTo("1 exchanges: 0 completed, 0 refused as expected, 1 failed");
  }

  @Test
  void columnsAreAlignedAndNumbersEndTogether() {
    assertThat(ClosingTable.lines(List.of(result(COMPLETED, COMPLETED), refused())))
        .containsExactly(
            "     scenario  route    expected                                actual                "
                + "                  ms",
            "  ✔  Study     NO → EE  COMPLETED                               COMPLETED             "
                + "                   7",
            "  ✔  Study     NO → EE  REFUSED EDM:ERR:0004 SUBJECT_NOT_FOUND  REFUSED EDM:ERR:0004"
                + " SUBJECT_NOT_FOUND   7");
  }

  private static ScenarioResult refused() {
    return result(NOT_FOUND, NOT_FOUND);
  }

  private static ScenarioResult result(Ending expected, Ending actual) {
    Scenario scenario =
        new Scenario(
            "study",
            "Study",
            "Somebody studies.",
            "NO:university-admissions",
            "EE",
            List.of(),
            false,
            expected);
    return new ScenarioResult(scenario, "", actual, 7);
  }
}
