package eu.digitalnorth.replay.sandbox;

import eu.digitalnorth.replay.bundle.Bundle;
import eu.digitalnorth.replay.bundle.RecordStream;
import eu.digitalnorth.replay.bundle.RecordedPartition;
import eu.digitalnorth.replay.bundle.RecordedRecord;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** The inboxes, which the service is given one record at a time. */
final class InboxFeed implements AutoCloseable {
  private final String group;
  private final Feeder feeder;
  private final Consumption consumption;
  private final Map<TopicPartition, RecordStream> records = new HashMap<>();
  private final Set<String> elsewhere = new HashSet<>();

  InboxFeed(Bundle bundle, Role role, Feeder feeder, Consumption consumption) {
    this.group = role.inboxGroup();
    this.feeder = feeder;
    this.consumption = consumption;
    for (RecordedPartition partition : bundle.manifest().partitions()) {
      if (role.inboxes().contains(partition.topic())) {
        records.put(
            new TopicPartition(partition.topic(), partition.partition()),
            bundle.records(partition::equals));
      }
    }
  }

  /** Gives it the next record of a partition; returns when all that follows from it is sent. */
  void next(TopicPartition partition) {
    RecordedRecord record = Objects.requireNonNull(records.get(partition)).next();
    long offset = feeder.offset(feeder.send(record));
    if (offset != record.offset()) {
      elsewhere.add(partition.topic());
    }
    consumption.await(group, Map.of(partition, offset + 1));
  }

  /** Topics whose records are at other offsets than they were. */
  Set<String> elsewhere() {
    return elsewhere;
  }

  @Override
  public void close() {
    records.values().forEach(RecordStream::close);
  }
}
