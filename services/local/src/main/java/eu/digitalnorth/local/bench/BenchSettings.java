package eu.digitalnorth.local.bench;

import java.time.Duration;
import java.util.List;

/**
 * What is measured.
 *
 * @param concurrencies exchanges on their way at any time, 1 to 2000, a pair of runs for each
 * @param warmUp before each run
 * @param measured how long each run is
 */
public record BenchSettings(List<Integer> concurrencies, Duration warmUp, Duration measured) {
  private static final int HIGHEST_CONCURRENCY = 2000;
  private static final Duration LONGEST = Duration.ofMinutes(4);

  /**
   * @throws BenchException if a value is out of bounds; attestations live for some minutes only
   */
  public BenchSettings {
    concurrencies = List.copyOf(concurrencies);
    if (concurrencies.isEmpty()
        || concurrencies.stream().anyMatch(n -> n < 1 || n > HIGHEST_CONCURRENCY)) {
      throw new BenchException("Concurrency is from 1 to " + HIGHEST_CONCURRENCY);
    }
    if (warmUp.isNegative()
        || !measured.isPositive()
        || warmUp.plus(measured).multipliedBy(2).compareTo(LONGEST) > 0) {
      throw new BenchException("A run takes more than 0 s, and with its warm-up 120 s at most");
    }
  }
}
