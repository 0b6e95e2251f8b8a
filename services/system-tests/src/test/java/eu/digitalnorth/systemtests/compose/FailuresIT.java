package eu.digitalnorth.systemtests.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * What fails while exchanges are started steadily, three times in a row. Each time ends with every
 * exchange answered, or refused for expiry, none twice, and the ledgers of both countries agreeing:
 * what is not so makes {@code exchange load} fail. Needs Docker and the images; the containers stay
 * up between tests.
 */
@Tag("compose")
@ResourceLock(Compose.LOCK)
@TestMethodOrder(MethodOrderer.MethodName.class)
class FailuresIT {
  private static final int PER_SECOND = 3;
  private static final int SECONDS = 40;

  /** Instances take that long to come and to go. */
  private static final int SECONDS_WHEN_SCALED = 75;

  private static final int LIFETIME = 240;

  /** Seconds; of a shorter one, clocks that are five minutes ahead say at once that it is over. */
  private static final int LIFETIME_WHEN_CLOCKS_DIFFER = 900;

  /** Only three are told of in the table. */
  private static final int ROUNDS = Integer.getInteger("exchange.test.rounds", 3);

  private static final int WORTH_A_ROW = 3;

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
    under("a broker is stopped for 20 s", () -> Outage.of("kafka-3"));
  }

  @Test
  void aLeaderIsKilled() {
    under(
        "the broker that leads a third of all partitions is killed, and back after 20 s",
        () -> Outage.byKilling("kafka-1"));
  }

  @Test
  void twoBrokersAreDown() {
    under(
        "two of three brokers are down for 20 s: nothing can be written",
        () -> Outage.of("kafka-2", "kafka-3"));
  }

  @Test
  void theDiskOfABrokerIsFull() {
    try (SmallDisk disk = SmallDisk.of("kafka-3")) {
      under(
          "the disk of a broker is full for 20 s: the broker ends, and cannot start",
          () -> {
            disk.fill();
            Outage.pass();
            disk.free();
            Compose.awaitHealthy();
          });
    }
  }

  @Test
  void theSchemaRegistryIsDown() {
    under("the schema registry is down for 20 s", () -> Outage.of("schema-registry"));
  }

  @Test
  void theDatabaseIsRestarted() {
    under("PostgreSQL is stopped for 20 s", () -> Outage.of("postgres"));
  }

  @Test
  void aServiceIsKilled() {
    under(
        "Estonia's evidence service is killed, and back after 20 s",
        () -> Outage.byKilling("evidence-ee"));
  }

  @Test
  void aServiceIsScaledUpAndDown() {
    under(
        "Estonia's evidence service is scaled from one instance to three, and back",
        SECONDS_WHEN_SCALED,
        LIFETIME,
        load -> {
          Compose.scale("evidence-ee", 3);
          Compose.awaitHealthy();
          Compose.scale("evidence-ee", 1);
          assertThat(load.isUnderWay()).as("it was in time").isTrue();
        });
  }

  @Test
  void aServiceIsCutOffFromTheBrokers() {
    under(
        "Estonia's evidence service is cut off from the brokers for 20 s",
        () -> Outage.byCuttingOff("evidence-ee"));
  }

  @Test
  void clocksAreFiveMinutesApart() {
    Compose.upWith(
        """
        services:
          portal-no: { environment: { EXCHANGE_CLOCKOFFSET: -PT2M30S } }
          audit-no: { environment: { EXCHANGE_CLOCKOFFSET: PT2M30S } }
          attestation-ee: { environment: { EXCHANGE_CLOCKOFFSET: PT2M30S } }
          evidence-ee: { environment: { EXCHANGE_CLOCKOFFSET: -PT2M30S } }
          audit-ee: { environment: { EXCHANGE_CLOCKOFFSET: -PT2M30S } }
        """,
        "portal-no",
        "audit-no",
        "attestation-ee",
        "evidence-ee",
        "audit-ee");

    under(
        "the clocks of the services that take part are five minutes apart",
        SECONDS,
        LIFETIME_WHEN_CLOCKS_DIFFER,
        load -> {});
  }

  private static void under(String what, Runnable failure) {
    under(what, SECONDS, LIFETIME, load -> failure.run());
  }

  private static void under(String what, int seconds, int lifetime, Consumer<Load> failure) {
    List<LoadResult> rounds = new ArrayList<>();
    while (rounds.size() < ROUNDS) {
      Load load = Load.start(PER_SECOND, seconds, lifetime);
      Outage.passBefore();
      failure.accept(load);
      LoadResult result = load.end();
      assertThat(result.number("wanted")).isEqualTo(PER_SECOND * seconds);
      rounds.add(result);
      Compose.awaitHealthy();
    }
    if (rounds.size() >= WORTH_A_ROW) {
      ReliabilityTable.put(what, PER_SECOND, rounds);
    }
  }
}
