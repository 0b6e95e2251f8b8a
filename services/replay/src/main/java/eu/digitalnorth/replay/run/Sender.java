package eu.digitalnorth.replay.run;

import eu.digitalnorth.messaging.envelope.Header;
import eu.digitalnorth.replay.bundle.RecordedRecord;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Writes records, and stops at the first that the broker does not take. */
final class Sender {
  private final Producer<byte[], byte[]> producer;
  private final RunSettings settings;
  private final SchemaIds ids;
  private final String run;
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
  private long sent;

  Sender(Producer<byte[], byte[]> producer, RunSettings settings, SchemaIds ids, String run) {
    this.producer = producer;
    this.settings = settings;
    this.ids = ids;
    this.run = run;
  }

  long sent() {
    return sent;
  }

  void send(RecordedRecord record) {
    failIfFailed();
    producer.send(
        toSend(record),
        (metadata, e) -> {
          if (e != null) {
            failure.compareAndSet(null, e);
          }
        });
    sent++;
  }

  /** Returns when the broker has them all. */
  void finish() {
    producer.flush();
    failIfFailed();
  }

  private void failIfFailed() {
    Exception first = failure.get();
    if (first != null) {
      throw first instanceof KafkaException known ? known : new KafkaException(first);
    }
  }

  private ProducerRecord<byte[], byte[]> toSend(RecordedRecord record) {
    boolean hasTime = settings.keepTimestamps() && record.timestamp() >= 0;
    ProducerRecord<byte[], byte[]> out =
        new ProducerRecord<>(
            settings.mapping().target(record.topic()),
            settings.keepPartitions() ? record.partition() : null,
            hasTime ? record.timestamp() : null,
            ids.translate(record.topic(), true, record.key()),
            ids.translate(record.topic(), false, record.value()));
    for (Header header : settings.headers().apply(record, run)) {
      out.headers().add(header.name(), header.value());
    }
    return out;
  }
}
