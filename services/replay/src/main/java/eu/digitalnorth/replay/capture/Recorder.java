package eu.digitalnorth.replay.capture;

import eu.digitalnorth.messaging.envelope.Header;
import eu.digitalnorth.replay.bundle.BundleWriter;
import eu.digitalnorth.replay.bundle.Payload;
import eu.digitalnorth.replay.bundle.RecordedRecord;
import eu.digitalnorth.replay.cluster.Registry;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Takes into the bundle what is wanted of what was polled. */
final class Recorder {
  private final BundleWriter writer;
  private final SchemaArchive schemas;
  private final RecordFilter filter;
  private long records;

  Recorder(BundleWriter writer, @Nullable Registry registry) {
    this.writer = writer;
    this.schemas = new SchemaArchive(registry, writer);
    this.filter = RecordFilter.of(writer.manifest().selection());
    this.records = writer.manifest().records();
  }

  /** How many are in the bundle. */
  long records() {
    return records;
  }

  boolean hasReached(@Nullable Long most) {
    return most != null && records >= most;
  }

  /**
   * @param most how many the bundle may have; where that stops it, what comes after stays unseen
   */
  void take(ConsumerRecords<byte[], byte[]> polled, Remaining remaining, @Nullable Long most) {
    for (TopicPartition partition : polled.partitions()) {
      for (ConsumerRecord<byte[], byte[]> consumed : polled.records(partition)) {
        if (hasReached(most)) {
          remaining.stopAt(partition, consumed.offset());
          break;
        }
        if (remaining.has(partition, consumed.offset())) {
          take(consumed);
        }
      }
    }
  }

  private void take(ConsumerRecord<byte[], byte[]> consumed) {
    List<Header> headers = new ArrayList<>();
    consumed.headers().forEach(h -> headers.add(new Header(h.key(), h.value())));
    Payload key = schemas.key(consumed.key(), headers);
    Payload value = schemas.value(consumed.value(), headers);
    RecordedRecord record =
        new RecordedRecord(
            consumed.topic(),
            consumed.partition(),
            consumed.offset(),
            consumed.timestamp(),
            consumed.timestampType(),
            key,
            value,
            headers);
    if (filter.accepts(record, schemas.schemaOf(value))) {
      schemas.keep(record.topic(), "key", key);
      schemas.keep(record.topic(), "value", value);
      writer.append(record);
      records++;
    }
  }
}
