package eu.digitalnorth.messaging.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.envelope.RawRecord;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class InboxWatchTest {
  private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final MovableClock clock = new MovableClock();

  @Test
  void anInboxIsAsFarBehindAsItsOldestRecordThatIsNotDoneWith() {
    InboxWatch watch = watch(records -> assertThat(lag()).isEqualTo(40.0));

    watch.accept(List.of(record(0, 20), record(1, 40), record(1, 30)));

    assertThat(lag()).isZero();
  }

  @Test
  void whatFailsStaysInHandUntilItSucceeds() {
    Consumer<List<RawRecord>> down =
        records -> {
          throw new IllegalStateException("down");
        };
    InboxWatch watch = watch(down);

    assertThatThrownBy(() -> watch.accept(List.of(record(0, 5)))).hasMessage("down");
    clock.pass(60);

    assertThat(lag()).isEqualTo(65.0);
  }

  @Test
  void aPartitionThatAnotherInstanceReadsIsNoLagOfThisOne() {
    InboxWatch watch =
        watch(
            records -> {
              throw new IllegalStateException("down");
            });
    assertThatThrownBy(() -> watch.accept(List.of(record(0, 5)))).hasMessage("down");

    watch.onPartitionsLost(List.of(new TopicPartition("ee.evidence.request.v1", 0)));

    assertThat(lag()).isZero();
  }

  @Test
  void waitingAndProcessingAreTimedApart() {
    InboxWatch watch = watch(records -> clock.pass(2));

    watch.accept(List.of(record(0, 3)));

    assertThat(seconds("waiting")).isEqualTo(3.0);
    assertThat(seconds("processing")).isEqualTo(2.0);
  }

  @Test
  void aRecordFromAClockThatIsAheadHasNotWaitedLessThanNothing() {
    watch(records -> {}).accept(List.of(record(0, -90)));

    assertThat(seconds("waiting")).isZero();
  }

  private InboxWatch watch(Consumer<List<RawRecord>> processor) {
    return new InboxWatch(
        TopicCatalogue.EVIDENCE_REQUEST,
        CountryCode.of("EE"),
        processor,
        new MessageMetrics(meters),
        MessageSpans.NONE,
        clock);
  }

  private double lag() {
    return meters.get("exchange.inbox.lag").tag("country", "ee").gauge().value();
  }

  private double seconds(String stage) {
    return meters.get("exchange.stage").tag("stage", stage).timer().totalTime(TimeUnit.SECONDS);
  }

  private RawRecord record(int partition, int secondsAgo) {
    long timestamp = clock.instant().minusSeconds(secondsAgo).toEpochMilli();
    return new RawRecord("ee.evidence.request.v1", partition, 0, timestamp, null, null, List.of());
  }

  private static final class MovableClock extends Clock {
    private Instant now = START;

    void pass(int seconds) {
      now = now.plusSeconds(seconds);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneId.of("UTC");
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
