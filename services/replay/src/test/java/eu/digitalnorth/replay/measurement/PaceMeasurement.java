package eu.digitalnorth.replay.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.messaging.envelope.RawRecord;
import eu.digitalnorth.messaging.fixture.RawTopics;
import eu.digitalnorth.replay.Watcher;
import eu.digitalnorth.replay.bundle.Bundle;
import eu.digitalnorth.replay.bundle.Payload;
import eu.digitalnorth.replay.bundle.RecordedRecord;
import eu.digitalnorth.replay.bundle.Recordings;
import eu.digitalnorth.replay.fixture.Cluster;
import eu.digitalnorth.replay.run.Pace;
import eu.digitalnorth.replay.run.Run;
import eu.digitalnorth.replay.run.RunSettings;
import eu.digitalnorth.replay.run.TopicMapping;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How far the intervals of a replay at recorded pace are from the recorded ones, by the time at
 * which the producer was given each record (CreateTime), in milliseconds.
 */
class PaceMeasurement {
  private static final double MOST_AT_P95 = 5;
  private static final int RECORDS = 1_000;

  private final Cluster cluster = new Cluster();

  @TempDir private Path folder;

  @Test
  void atRecordedPaceIntervalsDifferByLessThanFiveMilliseconds() {
    List<RecordedRecord> recorded =
        IntStream.range(0, RECORDS)
            .mapToObj(i -> Recordings.record("paced", 0, i * 10L + i % 7, "k", Payload.raw(null)))
            .toList();
    String target = "replay." + UUID.randomUUID();
    replay(recorded, target);

    List<RawRecord> replayed = new RawTopics(cluster.administrator().settings()).readAll(target);
    assertThat(replayed).hasSize(RECORDS);
    long[] errors =
        IntStream.range(1, RECORDS)
            .mapToLong(
                i ->
                    Math.abs(
                        replayed.get(i).timestamp()
                            - replayed.get(i - 1).timestamp()
                            - (recorded.get(i).timestamp() - recorded.get(i - 1).timestamp())))
            .sorted()
            .toArray();
    System.out.printf(
        "pace        off by %d ms at p50, %d ms at p95, %d ms at p99, %d ms at most%n",
        at(errors, 0.5), at(errors, 0.95), at(errors, 0.99), errors[errors.length - 1]);
    assertThat((double) at(errors, 0.95)).isLessThan(MOST_AT_P95);
  }

  private void replay(List<RecordedRecord> recorded, String target) {
    try (Bundle bundle = Bundle.open(Recordings.write(folder.resolve("paced"), recorded))) {
      Run run =
          new Run(
              bundle,
              cluster.administrator(),
              RunSettings.everything()
                  .to(new TopicMapping("", Map.of("paced", target)))
                  .at(new Pace.Intervals(1)));
      run.execute(run.plan(), Watcher.none(), () -> false);
    }
  }

  private static long at(long[] sorted, double quantile) {
    return sorted[(int) (sorted.length * quantile)];
  }
}
