package eu.digitalnorth.registry;

import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Reads topics from the beginning to the end, and writes to them, as any client could. */
final class Topics implements AutoCloseable {
  private final String bootstrapServers;
  private final KafkaProducer<byte[], byte[]> producer;
  private final KafkaAvroDeserializer avro = new KafkaAvroDeserializer();

  Topics(String bootstrapServers, String schemaRegistryUrl) {
    this.bootstrapServers = bootstrapServers;
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    avro.configure(
        Map.of(
            "schema.registry.url", schemaRegistryUrl,
            "specific.avro.reader", true,
            "avro.use.logical.type.converters", true),
        false);
  }

  List<ConsumerRecord<byte[], byte[]>> all(String topic) {
    try (var consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          IntStream.range(0, consumer.partitionsFor(topic).size())
              .mapToObj(p -> new TopicPartition(topic, p))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
      }
      return records;
    }
  }

  List<ConsumerRecord<byte[], byte[]>> all(String topic, String key) {
    return all(topic).stream().filter(r -> key.equals(key(r))).toList();
  }

  <T> T decode(ConsumerRecord<byte[], byte[]> record, Class<T> type) {
    return type.cast(avro.deserialize(record.topic(), record.value()));
  }

  static String key(ConsumerRecord<byte[], byte[]> record) {
    return new String(record.key(), StandardCharsets.UTF_8);
  }

  static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }

  void send(String topic, String key, byte[] value, Iterable<Header> headers) throws Exception {
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    producer.send(new ProducerRecord<>(topic, null, bytes, value, headers)).get();
  }

  @Override
  public void close() {
    producer.close();
    avro.close();
  }
}
