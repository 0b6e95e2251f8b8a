package eu.digitalnorth.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Asks again and again until there is an answer, or patience ends. */
final class Waiting {
  private static final Duration INTERVAL = Duration.ofMillis(40);

  private Waiting() {}

  static <T> Optional<T> until(Supplier<Optional<T>> question, Duration patience) {
    return until(question, patience, INTERVAL);
  }

  /**
   * @param interval between two times of asking
   */
  static <T> Optional<T> until(
      Supplier<Optional<T>> question, Duration patience, Duration interval) {
    Instant deadline = Instant.now().plus(patience);
    while (true) {
      Optional<T> answer = question.get();
      if (answer.isPresent() || Instant.now().isAfter(deadline)) {
        return answer;
      }
      try {
        TimeUnit.MILLISECONDS.sleep(interval.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new DemonstrationException("The demonstration was broken off.", e);
      }
    }
  }
}
