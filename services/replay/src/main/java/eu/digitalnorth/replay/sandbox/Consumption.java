package eu.digitalnorth.replay.sandbox;

import eu.digitalnorth.replay.Failure;
import eu.digitalnorth.replay.ReplayException;
import eu.digitalnorth.replay.cluster.KafkaFailures;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * How far the service has come: what it has committed is processed, and what follows from it has
 * been sent.
 */
final class Consumption {
  /** A service waits for a key or a list that does not come; nothing takes longer. */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private static final Duration LOOK_EVERY = Duration.ofMillis(4);

  private final Admin admin;
  private final String servers;
  private final ServiceRun service;

  Consumption(Admin admin, String servers, ServiceRun service) {
    this.admin = admin;
    this.servers = servers;
    this.service = service;
  }

  /**
   * Returns when a group has come so far.
   *
   * @param next offsets after what is to be processed
   * @throws ReplayException if the service ends, or does not get there
   */
  void await(String group, Map<TopicPartition, Long> next) {
    long begun = System.nanoTime();
    while (!isThere(group, next)) {
      service.requireAlive();
      if (System.nanoTime() - begun > PATIENCE.toNanos()) {
        throw new ReplayException(
            Failure.SANDBOX,
            "The service has not processed %s within %d s:%n%s"
                .formatted(next.keySet(), PATIENCE.toSeconds(), service.lastWords()));
      }
      pause();
    }
  }

  private boolean isThere(String group, Map<TopicPartition, Long> next) {
    Map<TopicPartition, OffsetAndMetadata> committed = committed(group);
    return next.entrySet().stream()
        .allMatch(wanted -> isAt(committed.get(wanted.getKey()), wanted.getValue()));
  }

  private static boolean isAt(@Nullable OffsetAndMetadata committed, long wanted) {
    return committed != null && committed.offset() >= wanted;
  }

  private Map<TopicPartition, OffsetAndMetadata> committed(String group) {
    try {
      return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    } catch (ExecutionException e) {
      throw KafkaFailures.explained(e, servers);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ReplayException(Failure.BROKER, "Interrupted.", e);
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(LOOK_EVERY.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ReplayException(Failure.BROKER, "Interrupted.", e);
    }
  }
}
