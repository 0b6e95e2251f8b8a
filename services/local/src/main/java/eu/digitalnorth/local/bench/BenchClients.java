package eu.digitalnorth.local.bench;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Plain Kafka clients, the same for raw and exchange runs but for whom they come in as. */
final class BenchClients {
  private final Map<String, Object> access;

  /**
   * @param access client settings by which the broker is reached, and as whom
   */
  BenchClients(Map<String, Object> access) {
    this.access = Map.copyOf(access);
  }

  Producer<byte[], byte[]> producer() {
    return new KafkaProducer<>(
        with(Map.of("acks", "all", "linger.ms", 0)),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  /** Reads the whole topic from its present end on, as a member of no group. */
  Consumer<byte[], byte[]> consumerAtEnd(String topic) {
    Consumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            with(Map.of("enable.auto.commit", false)),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position); // seeking is lazy; now is the end that counts
    return consumer;
  }

  void createTopics(Collection<String> names, int partitions) {
    try (Admin admin = admin()) {
      admin
          .createTopics(names.stream().map(n -> new NewTopic(n, partitions, (short) -1)).toList())
          .all()
          .get();
    } catch (InterruptedException | ExecutionException e) {
      throw failed("create the topics of the raw run", e);
    }
  }

  void deleteTopics(Collection<String> names) {
    try (Admin admin = admin()) {
      admin.deleteTopics(names).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
        throw failed("delete the topics of the raw run", e);
      }
    } catch (InterruptedException e) {
      throw failed("delete the topics of the raw run", e);
    }
  }

  private Admin admin() {
    return Admin.create(access);
  }

  private Map<String, Object> with(Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(access);
    all.putAll(settings);
    return all;
  }

  private static BenchException failed(String what, Exception e) {
    if (e instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
    return new BenchException("Cannot " + what + ": " + e.getMessage(), e);
  }
}
