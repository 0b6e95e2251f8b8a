package eu.digitalnorth.replay.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  @Test
  void wordsAndNumbersAreUnderstood() {
    assertThat(Position.parse("beginning", NOW)).isEqualTo(new Position.Beginning());
    assertThat(Position.parse("END", NOW)).isEqualTo(new Position.End());
    assertThat(Position.parse("42", NOW)).isEqualTo(new Position.Offset(42));
    assertThat(Position.parse("2026-11-22T11:30:00+02:00", NOW))
        .isEqualTo(new Position.Time(NOW.minus(Duration.ofMinutes(30))));
  }

  @ParameterizedTest
  @CsvSource({"15m,900", "90s,90", "2h,7200", "1h30m,5400", "2d,172800", "PT5M,300"})
  void aDurationIsHowLongAgo(String text, long seconds) {
    assertThat(Position.parse(text, NOW)).isEqualTo(new Position.Time(NOW.minusSeconds(seconds)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-5", "2026-11-22", "12q", "99999999999999999999"})
  void whatMeansNothingIsRefused(String text) {
    assertThatThrownBy(() -> Position.parse(text, NOW))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
