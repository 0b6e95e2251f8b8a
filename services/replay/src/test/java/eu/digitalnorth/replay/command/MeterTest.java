package eu.digitalnorth.replay.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MeterTest {
  private static final long SECOND = 1_000_000_000L;

  private final AtomicLong time = new AtomicLong();
  private final StringWriter text = new StringWriter();

  @Test
  void aTerminalSeesRateAndTimeLeftEachSecondInOneLine() {
    try (Meter meter = new Meter(new PrintWriter(text), true, time::get)) {
      meter.at(0, 1000, 0);
      time.set(SECOND);
      meter.at(200, 1000, 150);
      time.set(SECOND + 1);
      meter.at(201, 1000, 151);
      time.set(2 * SECOND);
      meter.at(300, 1000, 250);
    }

    assertThat(text.toString().split("\r"))
        .contains("200 of 1,000 (20%), 150 records, 200/s, 4 s left")
        .anyMatch(line -> line.startsWith("300 of 1,000 (30%), 250 records, 100/s, 7 s left"))
        .hasSizeLessThan(5);
    assertThat(text.toString()).doesNotContain("\n");
  }

  @Test
  void aLogSeesALineEachTenSeconds() {
    Meter meter = new Meter(new PrintWriter(text), false, time::get);
    for (int i = 0; i <= 25; i++) {
      time.set(i * SECOND);
      meter.at(i * 10L, 250, i);
    }

    assertThat(text.toString().lines())
        .containsExactly(
            "100 of 250 (40%), 10 records, 10/s, 15 s left",
            "200 of 250 (80%), 20 records, 10/s, 5 s left");
  }

  @Test
  void whatHasNoEndHasNoTimeLeft() {
    assertThat(Meter.line(500, -1, 40, 12.4)).isEqualTo("40 records, 12/s");
  }
}
