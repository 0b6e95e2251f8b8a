package eu.digitalnorth.local.bench;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/**
 * One run.
 *
 * @param concurrency requests on their way at any time
 * @param perSecond replies per second
 */
public record Measurement(
    int concurrency,
    long replies,
    double perSecond,
    long p50Micros,
    long p99Micros,
    long maxMicros) {
  private static final double NANOS = 1e9;

  static Measurement of(int concurrency, Duration took, Histogram micros) {
    return new Measurement(
        concurrency,
        micros.getTotalCount(),
        micros.getTotalCount() * NANOS / took.toNanos(),
        micros.getValueAtPercentile(50),
        micros.getValueAtPercentile(99),
        micros.getMaxValue());
  }
}
