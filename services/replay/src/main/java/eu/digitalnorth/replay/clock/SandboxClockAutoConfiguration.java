package eu.digitalnorth.replay.clock;

import java.nio.file.Path;
import java.time.Clock;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** Takes the place of the system's clock, where the sandbox has named a file with the time. */
@AutoConfiguration(beforeName = "eu.digitalnorth.messaging.lifecycle.MessagingAutoConfiguration")
@ConditionalOnProperty(ClockFile.SETTING)
public class SandboxClockAutoConfiguration {

  @Bean
  Clock clock(@Value("${" + ClockFile.SETTING + "}") Path file) {
    LoggerFactory.getLogger(SandboxClockAutoConfiguration.class)
        .warn("The time is what the sandbox says: file={}", file);
    return SandboxClock.in(new ClockFile(file));
  }
}
