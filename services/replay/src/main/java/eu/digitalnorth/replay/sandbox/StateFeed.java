package eu.digitalnorth.replay.sandbox;

import eu.digitalnorth.replay.bundle.Bundle;
import eu.digitalnorth.replay.bundle.RecordStream;
import eu.digitalnorth.replay.bundle.RecordedPartition;
import eu.digitalnorth.replay.bundle.RecordedRecord;
import eu.digitalnorth.replay.sandbox.Decisions.Noted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Topics of state, which the service reads as far as it had read them then, and no further. */
final class StateFeed implements AutoCloseable {
  private final String group;
  private final Feeder feeder;
  private final Consumption consumption;
  private final Decisions decisions;
  private final Consumer<Instant> clock;
  private final Map<TopicPartition, Cursor> cursors = new HashMap<>();
  private final Map<TopicPartition, Future<RecordMetadata>> underWay = new HashMap<>();
  private final List<String> elsewhere = new ArrayList<>();

  /**
   * @param group of consumers that reads these topics
   * @param clock is set to when a record was refused, before it is again
   */
  StateFeed(
      Bundle bundle,
      Collection<String> topics,
      String group,
      Feeder feeder,
      Consumption consumption,
      Decisions decisions,
      Consumer<Instant> clock) {
    this.group = group;
    this.feeder = feeder;
    this.consumption = consumption;
    this.decisions = decisions;
    this.clock = clock;
    for (RecordedPartition partition : bundle.manifest().partitions()) {
      if (topics.contains(partition.topic())) {
        cursors.put(
            new TopicPartition(partition.topic(), partition.partition()),
            new Cursor(bundle.records(partition::equals), decisions.refusedOf(partition.topic())));
      }
    }
  }

  /** Returns when the service has read everything before these offsets. */
  void advanceTo(Map<TopicPartition, Long> seen) {
    cursors.forEach(
        (partition, cursor) -> {
          long end = seen.getOrDefault(partition, 0L);
          advance(partition, cursor, record -> record.offset() < end);
        });
    await();
  }

  /**
   * Returns when the service has read what was there at a time, as far as it is before offsets that
   * are known to have been read later.
   *
   * @param bounds null if there are none
   */
  void advanceTo(Instant time, @Nullable Map<TopicPartition, Long> bounds) {
    cursors.forEach(
        (partition, cursor) -> {
          long end = bounds == null ? Long.MAX_VALUE : bounds.getOrDefault(partition, 0L);
          advance(
              partition,
              cursor,
              record -> record.offset() < end && record.timestamp() <= time.toEpochMilli());
        });
    await();
  }

  /** Returns when the service has read everything. */
  void advanceToEnd() {
    cursors.forEach((partition, cursor) -> advance(partition, cursor, record -> true));
    await();
  }

  /** Topics whose records are at other offsets than they were. */
  List<String> elsewhere() {
    return elsewhere;
  }

  @Override
  public void close() {
    cursors.values().forEach(cursor -> cursor.records.close());
  }

  private void advance(TopicPartition partition, Cursor cursor, Predicate<RecordedRecord> wanted) {
    for (RecordedRecord record = cursor.head;
        record != null && wanted.test(record);
        record = cursor.head) {
      Optional<Noted> refused =
          cursor.mayBeRefused ? decisions.refusalOf(record) : Optional.empty();
      if (refused.isPresent()) {
        await(); // it alone meets the time at which it was refused
        clock.accept(refused.get().at());
      }
      underWay.put(partition, feeder.send(record));
      cursor.advance();
      if (refused.isPresent()) {
        await();
      }
    }
  }

  private void await() {
    Map<TopicPartition, Long> next = new HashMap<>();
    underWay.forEach((partition, sent) -> next.put(partition, feeder.offset(sent) + 1));
    underWay.clear();
    if (!next.isEmpty()) {
      consumption.await(group, next);
      next.forEach(this::compareOffsets);
    }
  }

  private void compareOffsets(TopicPartition partition, long next) {
    Cursor cursor = cursors.get(partition);
    if (cursor != null && cursor.lastOffset + 1 != next && !elsewhere.contains(partition.topic())) {
      elsewhere.add(partition.topic());
    }
  }

  /** Where a partition is read. */
  private static final class Cursor {
    private final RecordStream records;
    private final boolean mayBeRefused;
    private @Nullable RecordedRecord head;
    private long lastOffset;

    Cursor(RecordStream records, boolean mayBeRefused) {
      this.records = records;
      this.mayBeRefused = mayBeRefused;
      advance();
    }

    void advance() {
      lastOffset = head == null ? -1 : head.offset();
      head = records.hasNext() ? records.next() : null;
    }
  }
}
