package eu.digitalnorth.replay.capture;

import eu.digitalnorth.messaging.envelope.Header;
import eu.digitalnorth.replay.bundle.Manifest;
import eu.digitalnorth.replay.bundle.RecordedRecord;
import eu.digitalnorth.replay.redact.Redactor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Takes what is wanted of what was polled. */
final class Recorder {
  private final SchemaArchive schemas;
  private final RecordFilter filter;
  private final @Nullable Redactor redactor;
  private long records;

  /**
   * @param begun what has been recorded so far
   */
  Recorder(Manifest begun, SchemaArchive schemas, @Nullable Redactor redactor) {
    this.schemas = schemas;
    this.redactor = redactor;
    this.filter = RecordFilter.of(begun.selection());
    this.records = begun.records();
  }

  /** How many were wanted. */
  long records() {
    return records;
  }

  boolean hasReached(@Nullable Long most) {
    return most != null && records >= most;
  }

  /**
   * @param most how many there may be in all; where that stops it, what comes after stays unseen
   */
  List<RecordedRecord> take(
      ConsumerRecords<byte[], byte[]> polled, Remaining remaining, @Nullable Long most) {
    List<RecordedRecord> wanted = new ArrayList<>(polled.count());
    for (TopicPartition partition : polled.partitions()) {
      for (ConsumerRecord<byte[], byte[]> consumed : polled.records(partition)) {
        if (hasReached(most)) {
          remaining.stopAt(partition, consumed.offset());
          break;
        }
        if (remaining.has(partition, consumed.offset())) {
          take(consumed, wanted);
        }
      }
    }
    return wanted;
  }

  private void take(ConsumerRecord<byte[], byte[]> consumed, List<RecordedRecord> wanted) {
    org.apache.kafka.common.header.Header[] consumedHeaders = consumed.headers().toArray();
    List<Header> headers = new ArrayList<>(consumedHeaders.length);
    for (org.apache.kafka.common.header.Header header : consumedHeaders) {
      headers.add(new Header(header.key(), header.value()));
    }
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
      wanted.add(redactor == null ? record : redactor.redact(record, schema));
      records++;
    }
  }
}
