package eu.digitalnorth.messaging.setup;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;

/** Waits for what the broker says to an administrator. */
final class Answer {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(20);

  private Answer() {}

  /**
   * @param request for people, as in "Cannot create the topics"
   * @throws KafkaException if the broker refuses or does not answer
   */
  static <T> T to(String request, KafkaFuture<T> answer) {
    try {
      return answer.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("Interrupted: cannot " + request, e);
    } catch (ExecutionException e) {
      throw new KafkaException("Cannot " + request, e.getCause());
    }
  }

  /** A broker learns a little later what the controller has already agreed to. */
  static void awaitThat(String request, BooleanSupplier isSo) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!isSo.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new KafkaException("The broker does not follow: cannot " + request);
      }
      try {
        TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new KafkaException("Interrupted: cannot " + request, e);
      }
    }
  }
}
