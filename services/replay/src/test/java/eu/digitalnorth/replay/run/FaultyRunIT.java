package eu.digitalnorth.replay.run;

import static eu.digitalnorth.replay.run.Runs.everythingUnder;
import static eu.digitalnorth.replay.run.Runs.newPrefix;
import static eu.digitalnorth.replay.run.Runs.run;
import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.messaging.envelope.RawRecord;
import eu.digitalnorth.messaging.fixture.RawTopics;
import eu.digitalnorth.replay.Watcher;
import eu.digitalnorth.replay.bundle.Bundle;
import eu.digitalnorth.replay.bundle.RecordedRecord;
import eu.digitalnorth.replay.bundle.Recordings;
import eu.digitalnorth.replay.fault.Effect;
import eu.digitalnorth.replay.fault.Fault;
import eu.digitalnorth.replay.fault.FaultPlan;
import eu.digitalnorth.replay.fault.FaultReport;
import eu.digitalnorth.replay.fault.Part;
import eu.digitalnorth.replay.fault.Selector;
import eu.digitalnorth.replay.fixture.Cluster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A run in which things go wrong on purpose. */
class FaultyRunIT {
  private final Cluster cluster = new Cluster();
  private final RawTopics topics = new RawTopics(cluster.administrator().settings());

  @TempDir private Path folder;

  @Test
  void faultsStrikeAsPlannedAndTheReportTellsWhatBecameOfEach() throws Exception {
    List<RecordedRecord> recorded = Recordings.random(5, 500);
    Path bundle = Recordings.write(folder.resolve("r"), recorded);
    FaultPlan plan =
        new FaultPlan(
            7,
            List.of(
                fault(0.1, new Effect.Drop()),
                fault(0.1, new Effect.Corrupt(new Part(Part.Kind.VALUE, null), 1)),
                fault(0.1, new Effect.Duplicate(1, Duration.ofMillis(100))),
                fault(0.1, new Effect.Reorder(Effect.Within.PARTITION, 2))));

    List<JsonNode> first = runWithFaults(bundle, plan, newPrefix());
    List<JsonNode> second = runWithFaults(bundle, plan, newPrefix());

    assertThat(first).hasSizeGreaterThan(100).hasSameSizeAs(second);
    for (int i = 0; i < first.size(); i++) {
      assertThat(first.get(i).path("record")).isEqualTo(second.get(i).path("record"));
      assertThat(first.get(i).path("faults")).isEqualTo(second.get(i).path("faults"));
    }
  }

  /** What the report says is on the topics, is there. */
  private List<JsonNode> runWithFaults(Path path, FaultPlan plan, String prefix) throws Exception {
    Path file = folder.resolve(prefix + "jsonl");
    RunSettings settings = everythingUnder(prefix).with(plan);
    RunReport report;
    try (Bundle bundle = Bundle.openVerified(path);
        FaultReport faults = FaultReport.to(file)) {
      Run run = new Run(bundle, cluster.administrator().withRegistry(null), settings);
      report = run.execute(run.plan(), faults, Watcher.none(), () -> false);
    }
    Map<String, RawRecord> replayed = new HashMap<>();
    for (String topic : List.of("topic.0", "topic.1")) {
      topics.readAll(prefix + topic).forEach(raw -> replayed.put(place(raw), raw));
    }
    assertThat(replayed).hasSize((int) report.records());
    assertThat(report.faults().keySet()).contains("drop", "corrupt", "duplicate", "reorder");
    List<JsonNode> lines = new ArrayList<>();
    Set<String> told = new HashSet<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode struck = JsonMapper.shared().readTree(line);
      lines.add(struck);
      for (JsonNode place : struck.path("became")) {
        RawRecord raw = replayed.get(place.asString());
        assertThat(raw.header(HeaderPolicy.ORIGIN)).contains(struck.path("record").asString());
        assertThat(raw.header(HeaderPolicy.FAULT)).isPresent();
        told.add(place.asString());
      }
    }
    assertThat(replayed.values().stream().filter(raw -> raw.header(HeaderPolicy.FAULT).isPresent()))
        .hasSize(told.size());
    return lines;
  }

  private static String place(RawRecord raw) {
    return raw.topic() + '-' + raw.partition() + '@' + raw.offset();
  }

  private static Fault fault(double rate, Effect effect) {
    return new Fault(new Selector(rate, Set.of(), Set.of(), Recordings.everything()), effect);
  }
}
