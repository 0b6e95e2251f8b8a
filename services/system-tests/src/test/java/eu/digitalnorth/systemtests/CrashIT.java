package eu.digitalnorth.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.digitalnorth.local.installation.Endpoints;
import eu.digitalnorth.local.installation.Installation;
import eu.digitalnorth.local.installation.InstallationSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Every process of an installation, servers included, dies at once. It has servers of its own,
 * since those of the seam are not to be killed under other tests.
 */
class CrashIT {
  private static final int EXCHANGES = 200;

  /** These are started first; when one of them has ended, the others are, and all processes die. */
  private static final int FIRST = 150;

  /** So many that were acknowledged must have been under way, or it was not in the middle. */
  private static final int UNDER_WAY_AT_LEAST = 50;

  private static final Set<String> OF_EXPIRY = Set.of("EXPIRED_TOKEN", "REQUEST_EXPIRED");

  @TempDir Path data;

  @Test
  void everyExchangeEndsOnceAfterAllProcessesWereKilledInTheMiddle() {
    InstallationSettings settings = InstallationSettings.onFreePorts(data);
    Installation killed = Installation.start(settings, System.out::println);
    Applicants applicants = new Applicants(new Exchanges(killed.endpoints(), "PT3M"));
    Instant killedAt;
    try (applicants) {
      start(applicants, killed.endpoints());
      killedAt = Instant.now();
      killed.kill();
    }

    try (Installation restarted = Installation.start(settings, System.out::println)) {
      List<String> ids = applicants.startAgain(restarted.endpoints());
      assertThat(ids).doesNotHaveDuplicates();
      List<JsonNode> ended = awaitEnds(ids, restarted.endpoints());
      assertThat(ended).allSatisfy(CrashIT::assertCompletedOrExpired);
      assertItWasTheMiddle(ended, applicants.acknowledged(), killedAt);
      assertLedgersAgree(new Ledgers(restarted.endpoints()), ids);
    }
  }

  /** Returns in the middle: one has ended, many are under way, some are just being asked for. */
  private static void start(Applicants applicants, Endpoints portal) {
    ConditionFactory often =
        await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(5));
    applicants.start(FIRST, portal);
    often.until(() -> applicants.acknowledged().size() > UNDER_WAY_AT_LEAST);
    List<String> first = List.copyOf(applicants.acknowledged()).subList(0, 10);
    often.until(
        () -> first.stream().anyMatch(id -> Exchanges.show(portal, id).hasNonNull("endedAt")));
    applicants.start(EXCHANGES - FIRST, portal);
  }

  private static List<JsonNode> awaitEnds(List<String> ids, Endpoints endpoints) {
    return await()
        .atMost(Duration.ofMinutes(4))
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () -> ids.stream().map(id -> Exchanges.show(endpoints, id)).toList(),
            all -> all.stream().allMatch(one -> one.hasNonNull("endedAt")));
  }

  private static void assertCompletedOrExpired(JsonNode exchange) {
    switch (exchange.path("state").asString()) {
      case "COMPLETED", "EXPIRED" -> assertThat(exchange.has("refusal")).isFalse();
      default ->
          assertThat(exchange.path("refusal").path("reason").asString())
              .as("%s", exchange)
              .isIn(OF_EXPIRY);
    }
  }

  /** Some had ended when the processes were killed, and many that were acknowledged had not. */
  private static void assertItWasTheMiddle(
      List<JsonNode> ended, List<String> acknowledged, Instant killedAt) {
    List<String> before =
        ended.stream()
            .filter(one -> Instant.parse(one.path("endedAt").asString()).isBefore(killedAt))
            .map(one -> one.path("id").asString())
            .toList();
    System.out.printf(
        "At the crash %d of %d were acknowledged, %d of them had ended%n",
        acknowledged.size(), EXCHANGES, before.size());
    assertThat(before).hasSizeBetween(1, EXCHANGES / 2);
    assertThat(acknowledged.stream().filter(id -> !before.contains(id)))
        .hasSizeGreaterThanOrEqualTo(UNDER_WAY_AT_LEAST);
  }

  private static void assertLedgersAgree(Ledgers ledgers, List<String> ids) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              assertThat(ledgers.exchanges("no", "ee")).containsExactlyInAnyOrderElementsOf(ids);
              assertThat(ledgers.unaccounted("no", "ee")).isEmpty();
              assertThat(ledgers.unaccounted("ee", "no")).isEmpty();
            });
    ledgers.assertNothingTwice("ee", "no");
    ledgers.assertNothingTwice("no", "ee");
    ledgers.assertIntact("ee");
    ledgers.assertIntact("no");
  }
}
