package eu.digitalnorth.replay.run;

import static eu.digitalnorth.replay.run.Runs.everythingFrom;
import static eu.digitalnorth.replay.run.Runs.run;
import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.messaging.envelope.RawRecord;
import eu.digitalnorth.messaging.fixture.RawTopics;
import eu.digitalnorth.replay.bundle.Payload;
import eu.digitalnorth.replay.bundle.RecordedRecord;
import eu.digitalnorth.replay.bundle.Recordings;
import eu.digitalnorth.replay.fixture.Cluster;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which records are replayed, when, and to which partition. */
class RunSettingsIT {
  private final Cluster cluster = new Cluster();
  private final RawTopics topics = new RawTopics(cluster.administrator().settings());

  @TempDir private Path folder;

  @Test
  void atRecordedPaceTheIntervalsAreTheRecordedOnes() {
    List<RecordedRecord> recorded =
        IntStream.range(0, 200)
            .mapToObj(i -> Recordings.record("paced", 0, i * 10L + i % 7, "k", Payload.raw(null)))
            .toList();
    Path bundle = Recordings.write(folder.resolve("r"), recorded);
    String target = "replay." + UUID.randomUUID();

    run(bundle, cluster.administrator(), everythingFrom("paced", target).at(new Pace.Intervals(1)));

    List<RawRecord> replayed = topics.readAll(target);
    assertThat(replayed).hasSize(recorded.size());
    // How exact it is depends on who else uses the machine; PaceMeasurement tells.
    long lasted = replayed.getLast().timestamp() - replayed.getFirst().timestamp();
    long due = recorded.getLast().timestamp() - recorded.getFirst().timestamp();
    assertThat(lasted).isBetween(due - 50, due + 1_000);
  }

  @Test
  void itBeginsInTheMiddleAndEndsAtItsLimitAndTheKeyMayDecideThePartition() {
    List<RecordedRecord> recorded =
        IntStream.range(0, 20)
            .mapToObj(i -> Recordings.record("middle", 0, i, "k" + i, Payload.raw(null)))
            .toList();
    Path bundle = Recordings.write(folder.resolve("r"), recorded);
    String target = cluster.topic("replay." + UUID.randomUUID(), 2, Map.of());

    run(
        bundle,
        cluster.administrator(),
        everythingFrom("middle", target)
            .of(
                new RunSelection(
                    Set.of(), Recordings.everything(), recorded.get(5).timestamp(), 10L))
            .in(new RecordForm(HeaderPolicy.REPLAYED, false, true)));

    assertThat(topics.readAll(target))
        .extracting(RawTopics::keyOf)
        .containsExactlyInAnyOrder("k5", "k6", "k7", "k8", "k9", "k10", "k11", "k12", "k13", "k14");
    assertThat(topics.readAll(target)).extracting(RawRecord::partition).contains(0, 1);
  }
}
