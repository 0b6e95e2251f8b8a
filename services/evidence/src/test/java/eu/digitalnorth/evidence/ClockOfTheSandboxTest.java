package eu.digitalnorth.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.replay.clock.ClockFile;
import eu.digitalnorth.replay.clock.SandboxClockAutoConfiguration;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Also where the sandbox's clock is on the class path, it is none that anybody can set. */
class ClockOfTheSandboxTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final ApplicationContextRunner service =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(SandboxClockAutoConfiguration.class));

  @TempDir private Path folder;

  @Test
  void isNotThereUnlessTheSandboxNamesItsFile() {
    service.run(context -> assertThat(context).doesNotHaveBean(Clock.class));
  }

  @Test
  void keepsAServiceFromStartingWhereThereIsNoTime() {
    service
        .withPropertyValues(ClockFile.SETTING + "=" + folder.resolve("clock"))
        .run(context -> assertThat(context).hasFailed());
  }

  @Test
  void isTheTimeThatTheSandboxSays() {
    ClockFile file = new ClockFile(folder.resolve("clock"));
    file.set(NOON);

    service
        .withPropertyValues(ClockFile.SETTING + "=" + file.path())
        .run(
            context ->
                assertThat(context)
                    .getBean(Clock.class)
                    .extracting(Clock::instant)
                    .isEqualTo(NOON));
  }
}
