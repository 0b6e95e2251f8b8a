package eu.digitalnorth.systemtests.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * What fails while exchanges are started steadily. Each test ends with every exchange answered, or
 * refused for expiry, none twice, and the ledgers of both countries agreeing: what is not so makes
 * {@code exchange load} fail. Needs Docker and the images; the containers stay up between tests.
 */
@Tag("compose")
@TestMethodOrder(MethodOrderer.MethodName.class)
class FailuresIT {
  private static final int PER_SECOND = 2;
  private static final int SECONDS = 60;
  private static final int LIFETIME = 240;

  /** Seconds; shorter, and the others' clocks say that it is over. */
  private static final int APART = 900;

  private static final String FROM_THE_FUTURE = "ATTESTATION_NOT_AS_ASKED";
  private static final Duration BEFORE = Duration.ofSeconds(10);
  private static final Duration OUTAGE = Duration.ofSeconds(20);

  @BeforeAll
  static void up() {
    Compose.up();
  }

  @AfterEach
  void everythingRunsAgain() {
    Compose.up("--scale", "evidence-ee=1");
  }

  @Test
  void aBrokerIsStopped() {
    under("a broker is stopped for 20 s", () -> outage("kafka-3"));
  }

  @Test
  void aLeaderIsKilled() {
    under(
        "the broker that leads a third of all partitions is killed, and back after 20 s",
        () -> {
          Compose.kill("kafka-1");
          pass(OUTAGE);
          Compose.compose("start", "kafka-1");
        });
  }

  @Test
  void twoBrokersAreDown() {
    under(
        "two of three brokers are down for 20 s: nothing can be written",
        () -> {
          Compose.compose("stop", "kafka-2", "kafka-3");
          pass(OUTAGE);
          Compose.compose("start", "kafka-2", "kafka-3");
        });
  }

  @Test
  void theSchemaRegistryIsDown() {
    under("the schema registry is down for 20 s", () -> outage("schema-registry"));
  }

  @Test
  void theDatabaseIsRestarted() {
    under("PostgreSQL is stopped for 20 s", () -> outage("postgres"));
  }

  @Test
  void aServiceIsKilled() {
    under(
        "Estonia's evidence service is killed, and back after 20 s",
        () -> {
          Compose.kill("evidence-ee");
          pass(OUTAGE);
          Compose.compose("start", "evidence-ee");
        });
  }

  @Test
  void aServiceIsScaledUpAndDown() {
    under(
        "Estonia's evidence service is scaled from one instance to three, and back",
        () -> {
          Compose.scale("evidence-ee", 3);
          Compose.awaitHealthy();
          Compose.scale("evidence-ee", 1);
        });
  }

  @Test
  void aServiceIsCutOffFromTheBrokers() {
    under(
        "Estonia's evidence service is cut off from the brokers for 20 s",
        () -> {
          String network = Compose.networkOfBrokers();
          List<String> cutOff = Compose.containers("evidence-ee");
          cutOff.forEach(one -> Compose.docker("network", "disconnect", network, one));
          pass(OUTAGE);
          cutOff.forEach(one -> Compose.docker("network", "connect", network, one));
        });
  }

  /** A rule, and no failure: what is from the future is not believed, by more than a minute. */
  @Test
  void clocksAreFiveMinutesApart() throws IOException {
    Path clocks = Files.createTempFile("clocks", ".yml");
    Files.writeString(
        clocks,
        """
        services:
          portal-no: { environment: { EXCHANGE_CLOCKOFFSET: -PT2M30S } }
          attestation-ee: { environment: { EXCHANGE_CLOCKOFFSET: PT2M30S } }
          evidence-ee: { environment: { EXCHANGE_CLOCKOFFSET: PT2M30S } }
        """);
    Compose.upWith(clocks, "portal-no", "attestation-ee", "evidence-ee");

    Map<String, String> report =
        Load.start(PER_SECOND, SECONDS, APART, "--refused-for=" + FROM_THE_FUTURE).end();

    int all = PER_SECOND * SECONDS;
    assertThat(report).containsEntry("refused", "{%s=%d}".formatted(FROM_THE_FUTURE, all));
    ReliabilityTable.put(
        "the clocks of Norway's portal and of Estonia's services are five minutes apart: all are"
            + " refused for it",
        PER_SECOND,
        report);
  }

  private static void under(String what, Runnable failure) {
    Load load = Load.start(PER_SECOND, SECONDS, LIFETIME);
    pass(BEFORE);
    failure.run();
    Map<String, String> report = load.end();
    assertThat(report).containsEntry("wanted", Integer.toString(PER_SECOND * SECONDS));
    ReliabilityTable.put(what, PER_SECOND, report);
  }

  private static void outage(String service) {
    Compose.compose("stop", service);
    pass(OUTAGE);
    Compose.compose("start", service);
  }

  private static void pass(Duration duration) {
    long end = System.nanoTime() + duration.toNanos();
    await().atMost(duration.plusSeconds(10)).until(() -> System.nanoTime() > end);
  }
}
