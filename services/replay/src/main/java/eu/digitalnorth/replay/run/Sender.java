package eu.digitalnorth.replay.run;

import eu.digitalnorth.messaging.envelope.Header;
import eu.digitalnorth.replay.bundle.RecordedRecord;
import eu.digitalnorth.replay.fault.Corruption;
import eu.digitalnorth.replay.fault.Emission;
import eu.digitalnorth.replay.fault.Injection;
import eu.digitalnorth.replay.fault.Part;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.internals.RecordHeader;

/** Writes records, and stops at the first that the broker does not take. */
final class Sender {
  private final Producers producers;
  private final RunSettings settings;
  private final SchemaIds ids;
  private final String run;
  private final Map<String, String> targets = new HashMap<>();
  private long sent;

  Sender(Producers producers, RunSettings settings, SchemaIds ids, String run) {
    this.producers = producers;
    this.settings = settings;
    this.ids = ids;
    this.run = run;
  }

  long sent() {
    return sent;
  }

  void send(Emission emission) {
    Injection injection = emission.injection();
    producers.send(toSend(emission), injection == null ? null : struck(injection, emission.copy()));
    sent++;
  }

  /** Holds nothing of the record: the producer keeps it until the broker has the whole batch. */
  private static Callback struck(Injection injection, int copy) {
    return (metadata, e) -> injection.became(copy, place(metadata));
  }

  private static String place(RecordMetadata metadata) {
    return metadata.topic() + '-' + metadata.partition() + '@' + metadata.offset();
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
    List<org.apache.kafka.common.header.Header> all = new ArrayList<>(headers.size() + 1);
    for (Header header : headers) {
      all.add(new RecordHeader(header.name(), header.value()));
    }
    Injection injection = emission.injection();
    if (injection != null && settings.form().headers() == HeaderPolicy.REPLAYED) {
      all.add(
          new RecordHeader(HeaderPolicy.FAULT, injection.kinds().getBytes(StandardCharsets.UTF_8)));
    }
    return new ProducerRecord<>(
        targets.computeIfAbsent(record.topic(), settings.mapping()::target),
        settings.form().keepsPartition() ? record.partition() : null,
        hasTime ? record.timestamp() : null,
        key,
        value,
        all);
  }
}
