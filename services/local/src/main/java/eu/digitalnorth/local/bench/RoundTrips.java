package eu.digitalnorth.local.bench;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A closed loop of requests and replies over two topics: each conversation has one request on its
 * way at any time, and sends the next when the reply to it has come. One thread does it all, so
 * that what is measured is the other side.
 */
final class RoundTrips {
  /** Nothing takes longer than this, or the run has failed. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Duration POLL = Duration.ofMillis(100);
  private static final long HIGHEST_MICROS = 60_000_000;
  private static final int DIGITS = 3;

  private final Producer<byte[], byte[]> producer;
  private final Consumer<byte[], byte[]> replies;
  private final Requests requests;

  RoundTrips(
      Producer<byte[], byte[]> producer, Consumer<byte[], byte[]> replies, Requests requests) {
    this.producer = producer;
    this.replies = replies;
    this.requests = requests;
  }

  /** What is asked, and which conversation a record answers. */
  interface Requests {
    ProducerRecord<byte[], byte[]> next(String conversation);

    /** The conversation that is answered; null if the record is somebody else's. */
    @Nullable String answered(ConsumerRecord<byte[], byte[]> reply);
  }

  /** Warms up, then measures. */
  Measurement run(Collection<String> conversations, Duration warmUp, Duration measured) {
    Map<String, Long> sentAt = new HashMap<>();
    conversations.forEach(conversation -> send(conversation, sentAt));
    long start = System.nanoTime();
    loop(sentAt, start + warmUp.toNanos(), new Histogram(HIGHEST_MICROS, DIGITS));
    Histogram micros = new Histogram(HIGHEST_MICROS, DIGITS);
    long measuredFrom = System.nanoTime();
    loop(sentAt, measuredFrom + measured.toNanos(), micros);
    Duration took = Duration.ofNanos(System.nanoTime() - measuredFrom);
    drain(sentAt);
    return Measurement.of(conversations.size(), took, micros);
  }

  private void loop(Map<String, Long> sentAt, long until, Histogram micros) {
    long lastReply = System.nanoTime();
    while (System.nanoTime() < until) {
      if (take(sentAt, micros, true) > 0) {
        lastReply = System.nanoTime();
      }
      checkPatience(lastReply);
    }
  }

  private void drain(Map<String, Long> sentAt) {
    long lastReply = System.nanoTime();
    Histogram ignored = new Histogram(HIGHEST_MICROS, DIGITS);
    while (!sentAt.isEmpty()) {
      if (take(sentAt, ignored, false) > 0) {
        lastReply = System.nanoTime();
      }
      checkPatience(lastReply);
    }
  }

  private int take(Map<String, Long> sentAt, Histogram micros, boolean askAgain) {
    int taken = 0;
    for (ConsumerRecord<byte[], byte[]> reply : replies.poll(POLL)) {
      String conversation = requests.answered(reply);
      Long sent = conversation == null ? null : sentAt.remove(conversation);
      if (conversation != null && sent != null) {
        micros.recordValue(Math.min(HIGHEST_MICROS, (System.nanoTime() - sent) / 1000));
        taken++;
        if (askAgain) {
          send(conversation, sentAt);
        }
      }
    }
    return taken;
  }

  private void send(String conversation, Map<String, Long> sentAt) {
    sentAt.put(conversation, System.nanoTime());
    producer.send(requests.next(conversation));
  }

  private static void checkPatience(long lastReply) {
    if (System.nanoTime() - lastReply > PATIENCE.toNanos()) {
      throw new BenchException("No reply came for " + PATIENCE.toSeconds() + " s");
    }
  }
}
