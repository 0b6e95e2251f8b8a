package eu.digitalnorth.replay.run;

import eu.digitalnorth.messaging.envelope.Header;
import eu.digitalnorth.replay.bundle.RecordedRecord;
import eu.digitalnorth.replay.fault.Corruption;
import eu.digitalnorth.replay.fault.Emission;
import eu.digitalnorth.replay.fault.Injection;
import eu.digitalnorth.replay.fault.Part;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Writes records, and stops at the first that the broker does not take. */
final class Sender {
  private final Producer<byte[], byte[]> producer;
  private final RunSettings settings;
  private final SchemaIds ids;
  private final String run;
  private final Map<String, String> targets = new HashMap<>();
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
  private final Callback whole = (metadata, e) -> note(e);
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

  void send(Emission emission) {
    failIfFailed();
    Injection injection = emission.injection();
    producer.send(toSend(emission), injection == null ? whole : struck(injection, emission.copy()));
    sent++;
  }

  /** Holds nothing of the record: the producer keeps it until the broker has the whole batch. */
  private Callback struck(Injection injection, int copy) {
    return (metadata, e) -> {
      whole.onCompletion(metadata, e);
      if (e == null) {
        injection.became(copy, place(metadata));
      }
    };
  }

  private void note(@Nullable Exception e) {
    if (e != null) {
      failure.compareAndSet(null, e);
    }
  }

  private static String place(RecordMetadata metadata) {
    return metadata.topic() + '-' + metadata.partition() + '@' + metadata.offset();
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

  private ProducerRecord<byte[], byte[]> toSend(Emission emission) {
    RecordedRecord record = emission.record();
    boolean hasTime = settings.form().keepsTimestamp() && record.timestamp() >= 0;
    byte[] key = ids.translate(record.topic(), true, record.key());
    byte[] value = ids.translate(record.topic(), false, record.value());
    List<Header> headers = settings.form().headers().apply(record, run);
    for (Corruption corruption : emission.corruptions()) {
      key = corruption.apply(Part.Kind.KEY, key);
      value = corruption.apply(Part.Kind.VALUE, value);
      headers = corruption.apply(headers);
    }
    ProducerRecord<byte[], byte[]> out =
        new ProducerRecord<>(
            targets.computeIfAbsent(record.topic(), settings.mapping()::target),
            settings.form().keepsPartition() ? record.partition() : null,
            hasTime ? record.timestamp() : null,
            key,
            value);
    for (Header header : headers) {
      out.headers().add(header.name(), header.value());
    }
    Injection injection = emission.injection();
    if (injection != null && settings.form().headers() == HeaderPolicy.REPLAYED) {
      out.headers().add(HeaderPolicy.FAULT, injection.kinds().getBytes(StandardCharsets.UTF_8));
    }
    return out;
  }
}
