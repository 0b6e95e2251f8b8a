package eu.digitalnorth.systemtests.compose;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** How containers are away for a while, and come back. */
final class Outage {
  private static final Duration BEFORE = Duration.ofSeconds(10);
  private static final Duration AWAY = Duration.ofSeconds(20);

  private Outage() {}

  /** They are stopped in good order. */
  static void of(String... services) {
    Compose.compose(Stream.concat(Stream.of("stop"), Stream.of(services)).toArray(String[]::new));
    pass();
    Compose.compose(Stream.concat(Stream.of("start"), Stream.of(services)).toArray(String[]::new));
  }

  /** It ends at once, and can finish nothing. */
  static void byKilling(String service) {
    Compose.kill(service);
    pass();
    Compose.compose("start", service);
  }

  /** It runs on, and nothing gets through between it and the brokers. */
  static void byCuttingOff(String service) {
    String network = Compose.networkOfBrokers();
    List<String> cutOff = Compose.containers(service);
    cutOff.forEach(one -> Compose.docker("network", "disconnect", network, one));
    pass();
    cutOff.forEach(one -> Compose.docker("network", "connect", network, one));
  }

  /** As long as what fails is away. */
  static void pass() {
    pass(AWAY);
  }

  /** For a load to be under way. */
  static void passBefore() {
    pass(BEFORE);
  }

  private static void pass(Duration duration) {
    long end = System.nanoTime() + duration.toNanos();
    await().atMost(duration.plusSeconds(10)).until(() -> System.nanoTime() > end);
  }
}
