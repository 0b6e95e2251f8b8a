package eu.digitalnorth.trust;

import java.time.Duration;

/**
 * How far the clocks of two services may be apart: what is dated that much from the future is
 * believed. It lengthens no validity at its end (ADR 0052).
 */
public final class ClockDifference {
  public static final Duration MOST = Duration.ofMinutes(5);

  private ClockDifference() {}
}
