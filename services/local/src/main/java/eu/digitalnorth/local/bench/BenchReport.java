package eu.digitalnorth.local.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was measured, on what.
 *
 * @param java the JVM of the driver
 * @param cores of the machine, which driver, services and servers share
 */
public record BenchReport(String java, int cores, List<Pair> pairs) {
  public BenchReport {
    pairs = List.copyOf(pairs);
  }

  /** A raw run and a run through the exchange, at one concurrency, one after the other. */
  public record Pair(Measurement raw, Measurement exchange) {
    /** What the exchange keeps of raw Kafka's throughput. */
    public double throughputRatio() {
      return exchange.perSecond() / raw.perSecond();
    }

    /** How much longer the median exchange takes than raw request and reply. */
    public double medianRatio() {
      return (double) exchange.p50Micros() / raw.p50Micros();
    }
  }

  /** For people. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(
        "Evidence exchanges and raw Kafka request/reply, %d cores, %s".formatted(cores, java));
    lines.add("concurrency  run            per s    p50 ms    p99 ms    max ms   of raw");
    for (Pair pair : pairs) {
      lines.add(line("raw Kafka", pair.raw()));
      lines.add(
          line("exchange", pair.exchange())
              + String.format(
                  Locale.ROOT,
                  "   %.1f %% throughput, %.1f x median",
                  100 * pair.throughputRatio(),
                  pair.medianRatio()));
    }
    return lines;
  }

  /** For machines. */
  public void writeTo(Path file) {
    JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValue(file, this);
  }

  private static String line(String name, Measurement run) {
    return String.format(
        Locale.ROOT,
        "%11d  %-10s %9.0f %9.2f %9.2f %9.2f",
        run.concurrency(),
        name,
        run.perSecond(),
        run.p50Micros() / 1e3,
        run.p99Micros() / 1e3,
        run.maxMicros() / 1e3);
  }
}
