package eu.digitalnorth.replay.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.replay.bundle.Bundle;
import eu.digitalnorth.replay.fixture.Cluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures capture and run beside kcat, on the same data, broker and machine, in the same run; see
 * {@code services/replay/throughput}. Start and end of each process are part of it.
 */
class ThroughputMeasurement {
  static final int RECORDS = Integer.getInteger("exchange.replay.throughput", 1_000_000);

  private static final int ROUNDS = 3;
  private static final int FEW = 1_000;

  private final Cluster cluster = new Cluster();
  private final Map<String, List<Double>> rates = new LinkedHashMap<>();

  @TempDir private Path folder;
  private Tools tools;

  @BeforeEach
  void learnOfClassesOnceAsTheLauncherDoes() throws Exception {
    tools = new Tools(cluster, folder);
    String topic = Traffic.write(cluster, folder.resolve("few"), FEW);
    Path bundle = folder.resolve("first");
    tools.seconds(tools.replay("capture", bundle, "--topic", topic));
    tools.seconds(tools.replay("run", bundle, "--pace", "fast"));
  }

  @Test
  void captureAndRunBesideKcat() throws Exception {
    Path lines = folder.resolve("lines");
    String topic = Traffic.write(cluster, lines, RECORDS);
    Path bundle = folder.resolve("bundle");
    for (int round = 0; round < ROUNDS; round++) {
      delete(bundle);
      measure("kcat reads", tools.kcatConsuming(topic));
      measure("capture", tools.replay("capture", bundle, "--topic", topic));
      measure("kcat writes", tools.kcatProducing(emptyTopic("kcat."), lines));
      measure("run", run(bundle, topic));
    }

    try (Bundle captured = Bundle.openVerified(bundle)) {
      assertThat(captured.manifest().records()).isEqualTo(RECORDS);
    }
    rates.forEach(
        (what, each) ->
            System.out.printf(
                "%-11s %,10.0f records/s (median of %d)%n", what, median(each), ROUNDS));
  }

  /** Into a topic that is there, as kcat's is. */
  private List<String> run(Path bundle, String topic) {
    String target = emptyTopic("replay.");
    return tools.replay(
        "run",
        bundle,
        "--rename",
        topic + '=' + target,
        "--pace",
        "fast",
        "--headers",
        "as-recorded");
  }

  private String emptyTopic(String prefix) {
    return cluster.topic(prefix + UUID.randomUUID(), Traffic.PARTITIONS, Map.of());
  }

  private void measure(String what, List<String> command) throws Exception {
    double rate = RECORDS / tools.seconds(command);
    System.out.printf("%-11s %,10.0f records/s%n", what, rate);
    rates.computeIfAbsent(what, first -> new ArrayList<>()).add(rate);
  }

  private static double median(List<Double> each) {
    List<Double> sorted = new ArrayList<>(each);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
