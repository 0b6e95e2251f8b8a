package eu.digitalnorth.local.bench;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The least that a request and its reply can cost on this broker: somebody who answers each record
 * at once with a record of the given size, and keeps nothing.
 */
final class RawEcho implements AutoCloseable {
  private static final int PARTITIONS = 3;
  private static final Duration POLL = Duration.ofMillis(100);

  private final String suffix = UUID.randomUUID().toString();
  private final BenchClients clients;
  private final ProducerRecord<byte[], byte[]> sampleReply;
  private final Thread thread;
  private volatile boolean running = true;

  /**
   * @param sampleReply a reply of the exchange: the raw reply has as large a value and as many
   *     headers
   */
  RawEcho(BenchClients clients, ProducerRecord<byte[], byte[]> sampleReply) {
    this.clients = clients;
    this.sampleReply = sampleReply;
    clients.createTopics(List.of(requestTopic(), replyTopic()), PARTITIONS);
    Consumer<byte[], byte[]> requests = clients.consumerAtEnd(requestTopic());
    this.thread = Thread.ofPlatform().name("raw-echo").start(() -> answer(requests));
  }

  String requestTopic() {
    return "bench.raw-request." + suffix;
  }

  String replyTopic() {
    return "bench.raw-reply." + suffix;
  }

  @Override
  public void close() {
    running = false;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    clients.deleteTopics(List.of(requestTopic(), replyTopic()));
  }

  private void answer(Consumer<byte[], byte[]> requests) {
    try (requests;
        Producer<byte[], byte[]> producer = clients.producer()) {
      while (running) {
        for (ConsumerRecord<byte[], byte[]> request : requests.poll(POLL)) {
          producer.send(
              new ProducerRecord<>(
                  replyTopic(), null, request.key(), sampleReply.value(), sampleReply.headers()));
        }
      }
    }
  }
}
