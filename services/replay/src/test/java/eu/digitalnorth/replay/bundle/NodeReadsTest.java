package eu.digitalnorth.replay.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.messaging.envelope.Header;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Others read a bundle from its description, with other people's code. */
@EnabledIf(value = "isInstalled", disabledReason = "npm ci was not run in docs/clients/node")
class NodeReadsTest {
  private static final Path SCRIPTS = Path.of("../../docs/clients/node").toAbsolutePath();
  private static final List<RecordedRecord> RECORDS =
      List.of(
          Recordings.record("topic.0", 0, 4, "a", Recordings.thing(1, 7, "first")),
          Recordings.record(
              "topic.0",
              0,
              5,
              null,
              Recordings.thing(2, 9, "second"),
              new Header("h", Recordings.bytes("x")),
              new Header("h", null)),
          Recordings.record("topic.0", 0, 9, "a", Payload.raw(null)));

  @TempDir private Path folder;

  static boolean isInstalled() {
    return Files.isDirectory(SCRIPTS.resolve("node_modules/avsc"));
  }

  @Test
  void everyRecordIsDecoded() throws Exception {
    Answer answer = read(Recordings.write(folder.resolve("r"), RECORDS));

    assertThat(answer.exitCode).as(answer.output).isZero();
    assertThat(answer.output.lines())
        .containsExactly(
            "{\"topic\":\"topic.0\",\"partition\":0,\"offset\":4,\"key\":\"YQ==\","
                + "\"value\":{\"id\":\"first\"},\"headers\":[]}",
            "{\"topic\":\"topic.0\",\"partition\":0,\"offset\":5,\"key\":null,"
                + "\"value\":{\"id\":\"second\",\"note\":null},"
                + "\"headers\":[[\"h\",\"eA==\"],[\"h\",null]]}",
            "{\"topic\":\"topic.0\",\"partition\":0,\"offset\":9,\"key\":\"YQ==\","
                + "\"value\":null,\"headers\":[]}");
  }

  @Test
  void anAlteredFileIsNamed() throws Exception {
    Path bundle = Recordings.write(folder.resolve("r"), RECORDS);
    Path records = bundle.resolve("records/topic.0-0.avro");
    byte[] bytes = Files.readAllBytes(records);
    bytes[bytes.length - 1] ^= 1;
    Files.write(records, bytes);

    assertThat(read(bundle)).isEqualTo(new Answer(1, "records/topic.0-0.avro was altered"));
  }

  private static Answer read(Path bundle) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("node", "read-recording.mjs", bundle.toString())
            .directory(SCRIPTS.toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Answer(process.exitValue(), output.strip());
  }

  private record Answer(int exitCode, String output) {}
}
