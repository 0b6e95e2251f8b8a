package eu.digitalnorth.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.local.bench.BenchReport;
import eu.digitalnorth.local.bench.BenchSettings;
import eu.digitalnorth.local.bench.Benchmark;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** That the benchmark measures something; how much it measures is nobody's business here. */
@ResourceLock(World.LOCK)
class BenchmarkIT {

  @Test
  void measuresTheExchangeAndRawKafkaInTheSameRun() {
    BenchSettings brief =
        new BenchSettings(List.of(4), Duration.ofSeconds(1), Duration.ofSeconds(2));

    BenchReport report = Benchmark.on(World.endpoints(), System.out::println).run(brief);

    assertThat(report.pairs())
        .singleElement()
        .satisfies(
            pair -> {
              assertThat(pair.raw().replies()).isPositive();
              assertThat(pair.exchange().replies()).isPositive();
              assertThat(pair.exchange().p99Micros())
                  .isGreaterThanOrEqualTo(pair.exchange().p50Micros());
              assertThat(pair.throughputRatio()).isPositive();
            });
  }
}
