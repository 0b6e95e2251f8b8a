package eu.digitalnorth.local.installation;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Asks at most every half second, since asking takes the time of those who are starting. */
final class Sparingly implements BooleanSupplier {
  private static final long INTERVAL_NANOS = Duration.ofMillis(500).toNanos();

  private final BooleanSupplier question;
  private long askedAt = System.nanoTime();

  Sparingly(BooleanSupplier question) {
    this.question = question;
  }

  /** False also while it is too early to ask again. */
  @Override
  public boolean getAsBoolean() {
    long now = System.nanoTime();
    if (now - askedAt < INTERVAL_NANOS) {
      return false;
    }
    askedAt = now;
    return question.getAsBoolean();
  }
}
