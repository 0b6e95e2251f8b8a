package eu.digitalnorth.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.local.demo.Ending;
import eu.digitalnorth.local.demo.Scenario;
import eu.digitalnorth.local.demo.ScenarioResult;
import eu.digitalnorth.local.wire.Hop;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class ScreenTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final StringWriter written = new StringWriter();
  private boolean brokenOff;
  private final Screen screen =
      new Screen(new Console(new PrintWriter(written), Ansi.OFF), () -> brokenOff);

  @Test
  void aHopIsToldInTwoLinesWithWhatItIsAboutAndWhatItWas() {
    screen.hop(request(NOON));

    assertThat(written.toString().lines())
        .hasSize(2)
        .anySatisfy(
            line -> assertThat(line).contains("NO portal → EE attestation").contains("asks EE"))
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains("ee.eid.attestation-request.v1")
                    .contains("AttestationRequest")
                    .contains("key 3f2a9c1e ")
                    .contains("schema 7"));
  }

  @Test
  void theSecondHopTellsTheTimeSinceTheFirst() {
    screen.hop(request(NOON));
    screen.hop(request(NOON.plusMillis(12)));

    assertThat(written.toString()).containsOnlyOnce("+12 ms");
  }

  @Test
  void eventsForLedgersAreNotToldOneByOne() {
    screen.hop(
        new Hop(NOON, "EE portal", "EE audit", "ee.audit.event.v1", "AuditEvent", "", 9, ""));

    assertThat(written.toString()).isEmpty();
  }

  @Test
  void whatComesFromOthersIsNoMarkUp() {
    screen.note("@|red danger|@");

    assertThat(written.toString()).contains("@|red danger|@");
  }

  @Test
  void howAScenarioEndsIsToldUnlessItWasBrokenOff() {
    ScenarioResult failed =
        new ScenarioResult(Scenario.STRANGER, "", Ending.failed("no answer"), 5);

    screen.ends(failed);
    assertThat(written.toString()).containsOnlyOnce("no answer");

    brokenOff = true;
    screen.ends(failed);
    assertThat(written.toString()).containsOnlyOnce("no answer");
  }

  private static Hop request(Instant at) {
    return new Hop(
        at,
        "NO portal",
        "EE attestation",
        "ee.eid.attestation-request.v1",
        "AttestationRequest",
        "3f2a9c1e-0000-4000-8000-000000000000",
        7,
        "NO:university-admissions asks EE");
  }
}
