package eu.digitalnorth.replay.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxClockTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123Z");

  @TempDir private Path folder;

  private ClockFile file() {
    return new ClockFile(folder.resolve("clock"));
  }

  @Test
  void standsWhereItWasSet() {
    file().set(NOON);
    Clock clock = SandboxClock.in(file());

    assertThat(clock.instant()).isEqualTo(NOON).isEqualTo(clock.instant());
  }

  @Test
  void goesForthAndBackAsItIsSetInWhateverZone() {
    file().set(NOON);
    Clock clock = SandboxClock.in(file()).withZone(ZoneId.of("Europe/Tallinn"));

    file().set(NOON.plusSeconds(60));
    assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(60));
    file().set(NOON.minusMillis(1));
    assertThat(clock.instant()).isEqualTo(NOON.minusMillis(1));
  }

  @Test
  void isNoClockWithoutATime() throws Exception {
    assertThatIllegalStateException().isThrownBy(() -> SandboxClock.in(file()));

    Files.writeString(file().path(), "noon");

    assertThatIllegalStateException().isThrownBy(() -> SandboxClock.in(file()));
  }
}
