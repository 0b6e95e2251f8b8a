package eu.digitalnorth.replay.fault;

import eu.digitalnorth.replay.bundle.OwnFiles;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells what went wrong, and what became of it: a line of JSON for each record, in the order of the
 * recording. Used by one thread; the producer's tells each {@link Injection} what became of it.
 */
public final class FaultReport implements AutoCloseable {
  private final @Nullable Path file;
  private final @Nullable Writer lines;
  private final Deque<Injection> open = new ArrayDeque<>();
  private final Map<String, Long> counts = new TreeMap<>();

  private FaultReport(@Nullable Path file) {
    this.file = file;
    this.lines = file == null ? null : OwnFiles.writer(file);
  }

  /**
   * @param file is replaced; null if counting is enough
   * @throws eu.digitalnorth.replay.ReplayException if it cannot be written
   */
  public static FaultReport to(@Nullable Path file) {
    return new FaultReport(file);
  }

  /** Counts it, and tells of it when it is known what has become of the record. */
  public void add(Injection injection) {
    injection.kindsOf().forEach(kind -> counts.merge(kind, 1L, Long::sum));
    if (lines != null) {
      open.add(injection);
    }
  }

  /** Writes what has been settled. */
  public void settle() {
    while (!open.isEmpty() && open.peek().isSettled()) {
      write(open.remove());
    }
  }

  /** How many records had each kind of fault. */
  public Map<String, Long> counts() {
    return Map.copyOf(counts);
  }

  private void write(Injection injection) {
    storing(to -> to.write(JsonMapper.shared().writeValueAsString(injection.document()) + '\n'));
  }

  /** Also writes what never was settled. */
  @Override
  public void close() {
    while (!open.isEmpty()) {
      write(open.remove());
    }
    storing(Writer::close);
  }

  private void storing(Storing action) {
    if (lines != null && file != null) {
      try {
        action.on(lines);
      } catch (IOException e) {
        throw OwnFiles.unwritable(file, e);
      }
    }
  }

  private interface Storing {
    void on(Writer lines) throws IOException;
  }
}
