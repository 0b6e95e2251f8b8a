package eu.digitalnorth.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.digitalnorth.local.installation.Endpoints;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Estonia and Norway with a Kafka cluster each, and a bridge between them: no service knows of it.
 */
@Tag("federation")
@ResourceLock(World.LOCK)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FederationIT {
  private static final int EXCHANGES = 1000;
  private static final Duration OUTAGE = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private static Federation federation;
  private static final List<String> ids = new ArrayList<>();

  @BeforeAll
  static void start() {
    federation = Federation.start();
  }

  @AfterAll
  static void stop() {
    if (federation != null) {
      federation.close();
    }
  }

  @Test
  @Order(1)
  void aThousandExchangesCompleteAcrossTheBridgeThoughItIsStoppedForHalfAMinute() {
    Exchanges exchanges = new Exchanges(federation.estonia(), "PT1H");
    Endpoints norway = federation.norway();
    ids.addAll(exchanges.start(norway, 1));
    awaitCompleted(norway, 1);

    ids.addAll(exchanges.start(norway, EXCHANGES / 2 - 1));
    federation.stopBridge();
    ids.addAll(exchanges.start(norway, 50));
    Map<String, Long> without = Exchanges.states(norway, ids.subList(EXCHANGES / 2, ids.size()));
    await().pollDelay(OUTAGE).atMost(OUTAGE.plusSeconds(5)).until(() -> true);
    federation.startBridge();
    ids.addAll(exchanges.start(norway, EXCHANGES - ids.size()));

    assertThat(without).as("nothing goes another way").doesNotContainKey("COMPLETED");
    awaitCompleted(norway, EXCHANGES);
  }

  @Test
  @Order(2)
  void bothLedgersAgreeAndHaveNothingTwice() {
    Ledgers ledgers = federation.ledgers();

    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofSeconds(2))
        .untilAsserted(
            () -> {
              assertThat(ledgers.unaccounted("no", "ee")).isEmpty();
              assertThat(ledgers.unaccounted("ee", "no")).isEmpty();
              assertThat(ledgers.exchanges("no", "ee")).containsAll(ids);
            });
    for (String country : List.of("ee", "no")) {
      ledgers.assertIntact(country);
      ledgers.assertNothingTwice(country, country.equals("ee") ? "no" : "ee");
    }
  }

  @Test
  @Order(3)
  void whatIsNationalStaysWhereItIs() {
    assertThat(federation.recordsAtNorways("ee.register.person.v1")).isZero();
    assertThat(federation.recordsAtNorways("ee.audit.event.v1")).isZero();
    assertThat(federation.recordsAtEstonias("no.audit.event.v1")).isZero();
    assertThat(federation.recordsAtEstonias("ee.register.person.v1")).isPositive();
    assertThat(federation.recordsAtNorways("ee.trust.key.v1")).isPositive();
    assertThat(federation.recordsAtNorways("ee.eid.attestation-status.v1")).isPositive();
  }

  private static void awaitCompleted(Endpoints norway, int count) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(3))
        .ignoreExceptions()
        .untilAsserted(
            () ->
                assertThat(Exchanges.states(norway, ids))
                    .isEqualTo(Map.of("COMPLETED", (long) count)));
  }
}
