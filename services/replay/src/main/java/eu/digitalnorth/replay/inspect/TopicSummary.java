package eu.digitalnorth.replay.inspect;

import eu.digitalnorth.replay.bundle.RecordedRecord;
import java.util.Map;
import java.util.TreeMap;

/** Counts the records of a topic. */
public final class TopicSummary {
  private final Map<String, Long> types = new TreeMap<>();
  private long records;
  private long bytes;
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;

  void add(RecordedRecord record, String type) {
    records++;
    bytes += record.size();
    first = Math.min(first, record.timestamp());
    last = Math.max(last, record.timestamp());
    types.merge(type, 1L, Long::sum);
  }

  public long records() {
    return records;
  }

  /** Of keys, values and headers. */
  public long bytes() {
    return bytes;
  }

  /** Lowest timestamp, milliseconds since the epoch. */
  public long first() {
    return first;
  }

  /** Highest timestamp. */
  public long last() {
    return last;
  }

  /** How many records of each type. */
  public Map<String, Long> types() {
    return Map.copyOf(types);
  }
}
