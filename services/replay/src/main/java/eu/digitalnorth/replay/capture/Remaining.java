package eu.digitalnorth.replay.capture;

import eu.digitalnorth.replay.bundle.BundleWriter;
import eu.digitalnorth.replay.bundle.RecordedPartition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * What is still to be looked at. A consumer's position counts, not the last record: markers of
 * transactions have offsets, and are never polled.
 */
final class Remaining {
  private static final long NO_END = Long.MAX_VALUE;

  private final Consumer<byte[], byte[]> consumer;
  private final Map<TopicPartition, Long> ends = new HashMap<>();
  private final Map<TopicPartition, Long> reached = new HashMap<>();
  private final Map<TopicPartition, Long> stops = new HashMap<>();
  private boolean live;
  private long total;
  private long done;

  Remaining(Consumer<byte[], byte[]> consumer, BundleWriter writer) {
    this.consumer = consumer;
    for (RecordedPartition partition : writer.manifest().partitions()) {
      TopicPartition id = new TopicPartition(partition.topic(), partition.partition());
      Long to = partition.toOffset();
      ends.put(id, to == null ? NO_END : to);
      reached.put(id, writer.position(id));
      live |= to == null;
      total += to == null ? 0 : to - partition.fromOffset();
      done += writer.position(id) - partition.fromOffset();
    }
    dropFinished();
    consumer.assign(ends.keySet());
    ends.keySet().forEach(p -> consumer.seek(p, reached(p)));
  }

  /** Whether this offset is to be looked at. */
  boolean has(TopicPartition partition, long offset) {
    return offset < ends.getOrDefault(partition, 0L);
  }

  /** From here on, what was polled has not been looked at. */
  void stopAt(TopicPartition partition, long offset) {
    stops.putIfAbsent(partition, offset);
  }

  /**
   * Notes what has been looked at, and lets go of partitions that are at their end.
   *
   * @return where partitions are now of which something was looked at
   */
  Map<TopicPartition, Long> advance() {
    Map<TopicPartition, Long> advanced = new HashMap<>();
    for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
      TopicPartition partition = end.getKey();
      Long stopped = stops.get(partition);
      long position = stopped == null ? consumer.position(partition) : stopped;
      long next = Math.min(position, end.getValue());
      if (next > reached(partition)) {
        done += next - reached(partition);
        reached.put(partition, next);
        advanced.put(partition, next);
      }
    }
    if (dropFinished()) {
      consumer.assign(List.copyOf(ends.keySet()));
    }
    return advanced;
  }

  private boolean dropFinished() {
    return ends.entrySet().removeIf(end -> reached(end.getKey()) >= end.getValue());
  }

  private long reached(TopicPartition partition) {
    return reached.getOrDefault(partition, 0L);
  }

  boolean isDone() {
    return ends.isEmpty();
  }

  /** Offsets that have been looked at. */
  long done() {
    return done;
  }

  /** Offsets of the whole range; -1 if it has no end. */
  long total() {
    return live ? -1 : total;
  }
}
