package eu.digitalnorth.replay.capture;

import eu.digitalnorth.messaging.envelope.Header;
import eu.digitalnorth.replay.bundle.BundleWriter;
import eu.digitalnorth.replay.bundle.RecordedRecord;
import eu.digitalnorth.replay.cluster.Registry;
import eu.digitalnorth.replay.redact.Redactor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Takes into the bundle what is wanted of what was polled. */
final class Recorder {
  private final BundleWriter writer;
  private final SchemaArchive schemas;
  private final RecordFilter filter;
  private final @Nullable Redactor redactor;
  private long records;

  Recorder(BundleWriter writer, @Nullable Registry registry, @Nullable Redactor redactor) {
    this.writer = writer;
    this.redactor = redactor;
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
    RecordedRecord record =
        new RecordedRecord(
            consumed.topic(),
            consumed.partition(),
            consumed.offset(),
            consumed.timestamp(),
            consumed.timestampType(),
            schemas.key(consumed.key(), headers),
            schemas.value(consumed.value(), headers),
            headers);
    Optional<Schema> schema = schemas.schemaOf(record.value());
    if (filter.accepts(record, schema)) {
      keep(redactor == null ? record : redactor.redact(record, schema));
    }
  }

  private void keep(RecordedRecord record) {
    schemas.keep(record.topic(), "key", record.key());
    schemas.keep(record.topic(), "value", record.value());
    writer.append(record);
    records++;
  }
}
