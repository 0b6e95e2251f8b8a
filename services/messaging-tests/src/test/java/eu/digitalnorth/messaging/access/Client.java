package eu.digitalnorth.messaging.access;

import eu.digitalnorth.messaging.kafka.BrokerAccess;
import eu.digitalnorth.trust.broker.BrokerPrincipal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Somebody who tries things on the broker. What is refused is thrown as the broker's own exception.
 *
 * @param access client settings, as whoever it may be
 */
record Client(Map<String, Object> access) {
  /** Long enough for an answer on a busy machine; some refusals are silence. */
  private static final int PATIENCE_MILLIS = 15_000;

  static Client of(BrokerAccess access, BrokerPrincipal principal) {
    return new Client(access.as(principal));
  }

  /** Reads from the beginning of partition 0, as a member of no group. */
  int read(String topic) {
    try (Consumer<byte[], byte[]> consumer = consumer(Map.of())) {
      List<TopicPartition> first = List.of(new TopicPartition(topic, 0));
      consumer.assign(first);
      consumer.seekToBeginning(first);
      return consumer.poll(Duration.ofMillis(PATIENCE_MILLIS)).count();
    }
  }

  /** Joins the group, and reads. */
  int readAs(String group, String topic) {
    try (Consumer<byte[], byte[]> consumer = consumer(Map.of("group.id", group))) {
      consumer.subscribe(List.of(topic));
      return consumer.poll(Duration.ofMillis(PATIENCE_MILLIS)).count();
    }
  }

  /** Commits, as if it had read. */
  void commit(String group, String topic, long offset) {
    try (Consumer<byte[], byte[]> consumer = consumer(Map.of("group.id", group))) {
      TopicPartition first = new TopicPartition(topic, 0);
      consumer.assign(List.of(first));
      consumer.commitSync(Map.of(first, new OffsetAndMetadata(offset)));
    }
  }

  /** Without the producer id that the broker would refuse first to who may write nothing at all. */
  void write(String topic) throws Exception {
    try (Producer<byte[], byte[]> producer = producer(Map.of("enable.idempotence", false))) {
      producer.send(new ProducerRecord<>(topic, 0, new byte[] {1}, new byte[] {1})).get();
    } catch (ExecutionException e) {
      throw refusal(e);
    }
  }

  void beginTransactions(String transactionalId) {
    try (Producer<byte[], byte[]> producer =
        producer(Map.of("transactional.id", transactionalId))) {
      producer.initTransactions();
    }
  }

  /** Asks for something that administrators do. */
  <T> T administer(Function<Admin, KafkaFuture<T>> request) throws Exception {
    try (Admin admin = Admin.create(with(Map.of()))) {
      return request.apply(admin).get();
    } catch (ExecutionException e) {
      throw refusal(e);
    }
  }

  private static Exception refusal(ExecutionException e) {
    return e.getCause() instanceof Exception cause ? cause : e;
  }

  private Producer<byte[], byte[]> producer(Map<String, Object> settings) {
    return new KafkaProducer<>(
        with(settings), new ByteArraySerializer(), new ByteArraySerializer());
  }

  private Consumer<byte[], byte[]> consumer(Map<String, Object> settings) {
    return new KafkaConsumer<>(
        with(settings), new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private Map<String, Object> with(Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(access);
    all.put("auto.offset.reset", "earliest");
    all.put("enable.auto.commit", false);
    all.put("max.block.ms", PATIENCE_MILLIS);
    all.put("request.timeout.ms", 5_000);
    all.put("delivery.timeout.ms", PATIENCE_MILLIS);
    all.put("default.api.timeout.ms", PATIENCE_MILLIS);
    all.putAll(settings);
    return all;
  }
}
