package eu.digitalnorth.replay.clock;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Stands still until the sandbox sets it. */
final class SandboxClock extends Clock {
  private final ClockFile file;
  private final ZoneId zone;

  private SandboxClock(ClockFile file, ZoneId zone) {
    this.file = file;
    this.zone = zone;
  }

  /**
   * @throws IllegalStateException if there is no time in the file
   */
  static SandboxClock in(ClockFile file) {
    file.read();
    return new SandboxClock(file, ZoneOffset.UTC);
  }

  @Override
  public Instant instant() {
    return file.read();
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new SandboxClock(file, other);
  }
}
