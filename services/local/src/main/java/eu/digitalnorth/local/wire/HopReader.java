package eu.digitalnorth.local.wire;

import eu.digitalnorth.messaging.inbox.DeadLetters;
import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.messaging.topic.Topic;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Makes of a record what is shown of it. */
final class HopReader {
  private static final int PREFIX_BYTES = 5;
  private static final String SOURCE = "urn:digital-north:";

  private final KafkaAvroDeserializer deserializer;

  HopReader(SchemaRegistryClient registry, String registryUrl) {
    deserializer =
        new KafkaAvroDeserializer(
            registry, Map.of("schema.registry.url", registryUrl, "specific.avro.reader", false));
  }

  Hop read(ConsumerRecord<byte[], byte[]> consumed) {
    byte[] value = consumed.value();
    byte[] key = consumed.key();
    GenericRecord record = decode(consumed.topic(), value);
    return new Hop(
        Instant.ofEpochMilli(consumed.timestamp()),
        from(consumed),
        to(consumed.topic()),
        consumed.topic(),
        record == null ? "" : record.getSchema().getName(),
        key == null ? "" : new String(key, StandardCharsets.UTF_8),
        schemaId(value),
        summary(consumed, record));
  }

  /** Null if the value is no record that the registry knows. */
  private @Nullable GenericRecord decode(String topic, byte @Nullable [] value) {
    if (schemaId(value) < 0) {
      return null;
    }
    try {
      return deserializer.deserialize(topic, value) instanceof GenericRecord record ? record : null;
    } catch (SerializationException e) {
      return null;
    }
  }

  private static int schemaId(byte @Nullable [] value) {
    return value == null || value.length < PREFIX_BYTES || value[0] != 0
        ? -1
        : ByteBuffer.wrap(value, 1, Integer.BYTES).getInt();
  }

  /** Who says to have sent it; of a dead letter, who put it there. */
  private static String from(ConsumerRecord<?, ?> consumed) {
    if (isDeadLetter(consumed.topic())) {
      String[] parts = consumed.topic().split("\\.", 4);
      return party(parts[0], parts[2]);
    }
    String[] said = header(consumed, "ce_source").replace(SOURCE, "").split(":", -1);
    return said.length == 2 ? party(said[0], said[1]) : "unknown";
  }

  private static String to(String topic) {
    String owner = topic.substring(0, 2);
    if (isDeadLetter(topic)) {
      return party(owner, "dead letters");
    }
    String readers =
        TopicCatalogue.find(topic).map(Topic::readers).stream()
            .flatMap(Collection::stream)
            .sorted()
            .map(Service::id)
            .collect(Collectors.joining("+"));
    return party(owner, readers);
  }

  private static String summary(ConsumerRecord<?, ?> consumed, @Nullable GenericRecord record) {
    String reason = header(consumed, DeadLetters.REASON);
    if (!reason.isEmpty()) {
      return reason + ": " + header(consumed, DeadLetters.EXPLANATION);
    }
    return record == null ? "" : Summary.of(record);
  }

  private static boolean isDeadLetter(String topic) {
    return topic.startsWith(".dlt.", 2);
  }

  private static String party(String country, String service) {
    return country.toUpperCase(Locale.ROOT) + ' ' + service;
  }

  private static String header(ConsumerRecord<?, ?> consumed, String name) {
    Header header = consumed.headers().lastHeader(name);
    return header == null || header.value() == null
        ? ""
        : new String(header.value(), StandardCharsets.UTF_8);
  }
}
