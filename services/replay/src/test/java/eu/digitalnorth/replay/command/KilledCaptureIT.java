package eu.digitalnorth.replay.command;

import static eu.digitalnorth.replay.command.CommandLineFixture.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.digitalnorth.replay.bundle.Bundle;
import eu.digitalnorth.replay.bundle.Payload;
import eu.digitalnorth.replay.bundle.RecordStream;
import eu.digitalnorth.replay.bundle.RecordedRecord;
import eu.digitalnorth.replay.bundle.Recordings;
import eu.digitalnorth.replay.command.CommandLineFixture.Result;
import eu.digitalnorth.replay.fixture.Cluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A process that records is ended from outside, amid its work. */
class KilledCaptureIT {
  private static final int MANY = 6_000;
  private static final int CHUNK = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final Cluster cluster = new Cluster();
  private final String topic = cluster.topic("killed." + UUID.randomUUID(), 3, Map.of());

  @TempDir private Path folder;
  private int written;

  @Test
  void afterAKillItGoesOnWithNothingTwiceAndNothingMissing() throws Exception {
    Path zip = folder.resolve("r.zip");
    Process capture = startLive(zip);
    Path progress = folder.resolve("r.zip.unfinished/progress.json");
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> {
              writeChunk(); // it is amid writing when it is killed
              return recorded(progress) > 0;
            });
    capture.destroyForcibly().waitFor();
    assertThat(run("verify", zip).exitCode()).isEqualTo(3);
    while (written < MANY) {
      writeChunk();
    }

    Result resumed =
        run("capture", "--resume", zip, "--limit", written, "--connection", connection());

    assertThat(resumed.exitCode()).as(resumed.err()).isZero();
    List<RecordedRecord> records = read(zip);
    assertThat(records).hasSize(written);
    assertThat(records.stream().map(RecordedRecord::keyText).distinct()).hasSize(written);
    assertThat(folder.resolve("r.zip.unfinished")).doesNotExist();
  }

  @Test
  void aLiveRecordingIsWholeWhenSomebodyEndsIt() throws Exception {
    Path bundle = folder.resolve("live");
    Process capture = startLive(bundle);
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> {
              writeChunk();
              return recorded(bundle.resolve("progress.json")) > 0;
            });

    capture.destroy();

    assertThat(capture.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(read(bundle)).isNotEmpty();
  }

  private Process startLive(Path bundle) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            ReplayCommand.class.getName(),
            "capture",
            bundle.toString(),
            "--topic",
            topic,
            "--live",
            "--from",
            "beginning",
            "--connection",
            connection().toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("output").toFile())
        .start();
  }

  private Path connection() throws IOException {
    return Cluster.file(folder, cluster.administrator());
  }

  private void writeChunk() {
    cluster.write(
        topic,
        IntStream.range(written, written + CHUNK)
            .mapToObj(i -> Recordings.record(topic, i % 3, i, "k" + i, Payload.raw(new byte[500])))
            .toList());
    written += CHUNK;
  }

  /** As of the last checkpoint. */
  private static long recorded(Path progress) throws IOException {
    if (!Files.exists(progress)) {
      return 0;
    }
    long records = 0;
    for (JsonNode partition : JsonMapper.shared().readTree(progress.toFile()).path("partitions")) {
      records += partition.path("file").path("records").asLong(0);
    }
    return records;
  }

  private static List<RecordedRecord> read(Path path) {
    List<RecordedRecord> records = new ArrayList<>();
    try (Bundle bundle = Bundle.openVerified(path);
        RecordStream stream = bundle.records()) {
      stream.forEachRemaining(records::add);
    }
    return records;
  }
}
