package eu.digitalnorth.evidence.exchange;

import eu.digitalnorth.country.CountryCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long a list is waited for that is merely on its way: a new one, or the next one. Who waited
 * in vain for a country's does not do so again for a while, so that a country whose eID scheme is
 * down holds nobody up.
 */
final class StatusListPatience {
  private static final Logger log = LoggerFactory.getLogger(StatusListPatience.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration IMPATIENCE = Duration.ofMinutes(1);
  private static final Duration LOOK_EVERY = Duration.ofMillis(25);

  private final Clock clock;
  private final Map<CountryCode, Instant> impatientUntil = new ConcurrentHashMap<>();

  StatusListPatience(Clock clock) {
    this.clock = clock;
  }

  boolean isLeft(CountryCode issuer) {
    Instant until = impatientUntil.get(issuer);
    return until == null || !clock.instant().isBefore(until);
  }

  /**
   * Returns when it is there, or patience ends.
   *
   * @param isThere is asked with the time
   */
  void await(CountryCode issuer, Predicate<Instant> isThere) {
    long begun = System.nanoTime();
    while (!isThere.test(clock.instant())) {
      if (System.nanoTime() - begun > PATIENCE.toNanos()) {
        log.warn("Waited in vain for a status list: issuer={}", issuer);
        impatientUntil.put(issuer, clock.instant().plus(IMPATIENCE));
        return;
      }
      pause();
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(LOOK_EVERY.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptException("Interrupted while waiting for a status list", e);
    }
  }
}
