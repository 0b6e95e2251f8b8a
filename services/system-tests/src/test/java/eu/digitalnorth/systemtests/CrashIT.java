package eu.digitalnorth.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.digitalnorth.local.installation.Installation;
import eu.digitalnorth.local.installation.InstallationSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every process of an installation, servers included, dies at once. It has servers of its own,
 * since those of the seam are not to be killed under other tests.
 */
class CrashIT {
  private static final int EXCHANGES = 200;
  private static final Set<String> ENDED = Set.of("COMPLETED", "REFUSED", "EXPIRED");

  @TempDir Path data;

  @Test
  void everyExchangeEndsOnceAfterAllProcessesWereKilledInTheMiddle() {
    InstallationSettings settings = InstallationSettings.onFreePorts(data);
    Installation killed = Installation.start(settings, System.out::println);
    Exchanges exchanges = new Exchanges(killed.endpoints());
    exchanges.start(EXCHANGES, "PT3M");

    killed.kill();

    try (Installation restarted = Installation.start(settings, System.out::println)) {
      Map<String, Integer> found = exchanges.states(restarted.endpoints());
      System.out.println("States that the crash left behind: " + found);
      await()
          .atMost(Duration.ofMinutes(4))
          .pollInterval(Duration.ofSeconds(1))
          .untilAsserted(
              () ->
                  assertThat(ENDED).containsAll(exchanges.states(restarted.endpoints()).keySet()));
      assertThat(exchanges.states(restarted.endpoints()).values().stream().mapToInt(n -> n).sum())
          .isEqualTo(EXCHANGES);
      assertLedgersAgree(new Ledgers(restarted.endpoints()));
    }
  }

  private static void assertLedgersAgree(Ledgers ledgers) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              assertThat(ledgers.unaccounted("no", "ee")).isEmpty();
              assertThat(ledgers.unaccounted("ee", "no")).isEmpty();
            });
    ledgers.assertNothingTwice("ee", "no");
    ledgers.assertNothingTwice("no", "ee");
    ledgers.assertIntact("ee");
    ledgers.assertIntact("no");
  }
}
