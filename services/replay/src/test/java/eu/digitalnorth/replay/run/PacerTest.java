package eu.digitalnorth.replay.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PacerTest {
  private static final long MILLI = 1_000_000;

  private long now = 7_000 * MILLI;
  private boolean stopped;

  @Test
  void eachRecordHasItsRecordedDistanceFromTheFirst() {
    assertThat(times(new Pace.Intervals(1), 1_000, 1_010, 1_500, 1_501))
        .containsExactly(0L, 10L, 500L, 501L);
  }

  @Test
  void aFactorShortensOrStretchesDistances() {
    assertThat(times(new Pace.Intervals(10), 1_000, 1_500)).containsExactly(0L, 50L);
    assertThat(times(new Pace.Intervals(0.5), 1_000, 1_500)).containsExactly(0L, 1_000L);
  }

  @Test
  void aTimestampThatGoesBackWaitsForNobodyAndDelaysNobody() {
    assertThat(times(new Pace.Intervals(1), 1_000, 1_100, 900, 1_200))
        .containsExactly(0L, 100L, 100L, 200L);
  }

  @Test
  void asFastAsPossibleNobodyWaits() {
    assertThat(times(new Pace.Fast(), 1_000, 9_000)).containsExactly(0L, 0L);
  }

  @Test
  void whoWantsItToStopDoesNotWaitForTheNextRecord() {
    Pacer pacer =
        new Pacer(
            new Pace.Intervals(1),
            () -> stopped,
            () -> now,
            nanos -> {
              now += nanos;
              stopped = true;
            });
    pacer.await(0);
    pacer.await(3_600_000);

    assertThat(now).isLessThanOrEqualTo(7_100 * MILLI);
  }

  private List<Long> times(Pace pace, long... timestamps) {
    long begun = now;
    Pacer pacer = new Pacer(pace, () -> false, () -> now, nanos -> now += nanos);
    List<Long> times = new ArrayList<>();
    for (long timestamp : timestamps) {
      pacer.await(timestamp);
      times.add((now - begun) / MILLI);
    }
    return times;
  }
}
