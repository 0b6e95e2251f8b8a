package eu.digitalnorth.replay.command;

import static eu.digitalnorth.replay.command.CommandLineFixture.run;
import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.messaging.envelope.Header;
import eu.digitalnorth.replay.bundle.Payload;
import eu.digitalnorth.replay.bundle.RecordedRecord;
import eu.digitalnorth.replay.bundle.Recordings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectCommandTest {
  private static final String ONE = "1b4e28ba-2fa1-4d2e-883f-0016d3cca427";
  private static final String OTHER = "6fa459ea-ee8a-4ca4-894e-db77e160355e";

  /** Bytes that an Avro file has after its header and after each block. */
  private static final int SYNC_MARKER = 16;

  private static final List<RecordedRecord> RECORDS =
      List.of(
          sent("ee.evidence.request.v1", 0, ONE, "no:portal", Recordings.thing(1, 7, "asked")),
          sent("ee.evidence.request.v1", 1, OTHER, "se:portal", Recordings.thing(2, 9, "other")),
          sent("no.evidence.response.v1", 1500, ONE, "ee:evidence", Recordings.thing(1, 7, "told")),
          sent("ee.audit.event.v1", 1600, "x", "ee:evidence", Payload.raw(null)));

  @TempDir private Path folder;
  private Path bundle;

  private static RecordedRecord sent(
      String topic, long offset, String key, String source, Payload value) {
    return Recordings.record(
        topic, 0, offset, key, value, Header.of("ce_source", "urn:digital-north:" + source));
  }

  @BeforeEach
  void write() {
    bundle = Recordings.write(folder.resolve("r"), RECORDS);
  }

  @Test
  void itTellsWhatIsInIt() {
    String out = run("inspect", bundle).out();

    assertThat(out)
        .contains("Records    4", "Countries  EE NO SE", "Exchanges  2", "test.Thing")
        .containsPattern("ee\\.evidence\\.request\\.v1 +2 ")
        .containsPattern("tombstone +1")
        .contains("topic.0-value v1");
  }

  @Test
  void recordsAreLinesOfJsonDecoded() {
    String out = run("inspect", bundle, "--records", "--type", "Thing", "--limit", 1).out();

    assertThat(out.lines())
        .containsExactly(
            "{\"topic\":\"ee.evidence.request.v1\",\"partition\":0,\"offset\":0,"
                + "\"timestamp\":1795341600000,\"type\":\"Thing\",\"key\":\""
                + ONE
                + "\","
                + "\"headers\":{\"ce_source\":[\"urn:digital-north:no:portal\"]},"
                + "\"value\":{\"id\":\"asked\"}}");
  }

  @Test
  void recordsCanBeChosen() {
    assertThat(run("inspect", bundle, "--records", "--topic", "ee.audit.event.v1").out())
        .hasLineCount(1)
        .contains("\"type\":\"tombstone\"", "\"value\":null");
    assertThat(run("inspect", bundle, "--records", "--key", OTHER).out()).hasLineCount(1);
    assertThat(
            run(
                    "inspect",
                    bundle,
                    "--records",
                    "--header",
                    "ce_source=urn:digital-north:ee:evidence")
                .out())
        .hasLineCount(2);
  }

  @Test
  void whatIsNotInItIsTold() {
    run("inspect", bundle, "--records", "--topic", "other").failed(7, "has no topic other");
    run("inspect", bundle, "--type", "Thing").failed(2, "--records or --follow");
    assertThat(run("inspect", bundle, "--follow", "nobody").err()).contains("No record fits.");
  }

  @Test
  void anExchangeIsToldAsATimeline() {
    assertThat(run("inspect", bundle, "--follow", ONE).out().lines())
        .satisfiesExactly(
            first ->
                assertThat(first).contains("+0.000 s", "no portal", "→ ee.evidence.request.v1"),
            second ->
                assertThat(second)
                    .contains("+1.500 s", "ee evidence", "→ no.evidence.response.v1"));
  }

  /** For Avro, a file may end after any block. */
  @Test
  void aFileThatWasCutBetweenTwoBlocksIsTold() throws IOException {
    Path cut = Recordings.write(folder.resolve("cut"), Recordings.random(1, 1_500));
    Path file = cut.resolve("records/topic.0-0.avro");
    byte[] whole = Files.readAllBytes(file);
    String bytes = new String(whole, StandardCharsets.ISO_8859_1);
    String marker = bytes.substring(bytes.length() - SYNC_MARKER);
    int second = bytes.indexOf(marker, bytes.indexOf(marker) + SYNC_MARKER);
    Files.write(file, Arrays.copyOf(whole, second + SYNC_MARKER));
    String message = "topic.0-0: ends after ";

    run("inspect", cut).failed(9, message);
    run("inspect", cut, "--records").failed(9, message);
    assertThat(run("verify", cut).err()).contains("records/topic.0-0.avro has another hash");
  }
}
