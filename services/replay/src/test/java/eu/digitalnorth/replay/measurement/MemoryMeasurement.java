package eu.digitalnorth.replay.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.replay.fixture.Cluster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is alive in the heap must not depend on how many records there are. */
class MemoryMeasurement {
  private static final int FEW = 10_000;

  /** Buffers that a short recording does not fill. */
  private static final long MOST_MORE_MEGABYTES = 32;

  private final Cluster cluster = new Cluster();

  @TempDir private Path folder;

  @Test
  void memoryStaysFlat() throws Exception {
    Tools tools = new Tools(cluster, folder);
    int many = ThroughputMeasurement.RECORDS;

    List<Long> few = alive(tools, FEW);
    List<Long> more = alive(tools, many);

    assertThat(more.get(0)).isLessThan(few.get(0) + MOST_MORE_MEGABYTES);
    assertThat(more.get(1)).isLessThan(few.get(1) + MOST_MORE_MEGABYTES);
  }

  /** Megabytes: of capture, and of run. */
  private List<Long> alive(Tools tools, int count) throws Exception {
    String topic = Traffic.write(cluster, folder.resolve("lines" + count), count);
    Path bundle = folder.resolve("bundle" + count);
    tools.seconds(tools.watched("capture", bundle, "--topic", topic));
    long capture = told(tools);
    tools.seconds(tools.watched("run", bundle, "--pace", "fast"));
    long run = told(tools);
    System.out.printf("memory      %,10d records: capture %d MB alive%n", count, capture);
    System.out.printf("memory      %,10d records: run %d MB alive%n", count, run);
    return List.of(capture, run);
  }

  private static long told(Tools tools) throws Exception {
    return Files.readAllLines(tools.output()).stream()
        .filter(line -> line.startsWith(LiveHeap.TOLD))
        .mapToLong(line -> Long.parseLong(line.substring(LiveHeap.TOLD.length())))
        .findFirst()
        .orElseThrow();
  }
}
