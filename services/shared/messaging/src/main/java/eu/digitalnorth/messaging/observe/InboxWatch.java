package eu.digitalnorth.messaging.observe;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.envelope.RawRecord;
import eu.digitalnorth.messaging.observe.MessageMetrics.Stage;
import eu.digitalnorth.messaging.topic.Topic;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;

/** Looks on while one inbox of one country is read. */
public final class InboxWatch implements Consumer<List<RawRecord>>, ConsumerRebalanceListener {
  private final Topic<?> topic;
  private final CountryCode country;
  private final Consumer<List<RawRecord>> processor;
  private final MessageSpans spans;
  private final Clock clock;
  private final Timer waiting;
  private final Timer processing;

  /** The oldest record of each partition that is being processed: when it was written. */
  private final Map<TopicPartition, Instant> inHand = new ConcurrentHashMap<>();

  public InboxWatch(
      Topic<?> topic,
      CountryCode country,
      Consumer<List<RawRecord>> processor,
      MessageMetrics metrics,
      MessageSpans spans,
      Clock clock) {
    this.topic = topic;
    this.country = country;
    this.processor = processor;
    this.spans = spans;
    this.clock = clock;
    this.waiting = metrics.stage(country, topic, Stage.WAITING);
    this.processing = metrics.stage(country, topic, Stage.PROCESSING);
    metrics.lag(country, topic, this::lagSeconds);
  }

  /**
   * Has a batch processed. One that fails comes again, and so it stays in hand until it succeeds or
   * its partition goes to another instance.
   */
  @Override
  public void accept(List<RawRecord> records) {
    Instant takenUpAt = clock.instant();
    records.forEach(raw -> inHand.merge(partition(raw), writtenAt(raw), InboxWatch::earlier));
    processor.accept(records);
    Instant doneAt = clock.instant();
    records.forEach(raw -> inHand.remove(partition(raw)));
    for (RawRecord raw : records) {
      waiting.record(between(writtenAt(raw), takenUpAt));
      processing.record(between(takenUpAt, doneAt));
    }
    spans.processed(topic, country, records, takenUpAt, doneAt);
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    partitions.forEach(inHand::remove);
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    // What is read of them will be in hand.
  }

  double lagSeconds() {
    Instant now = clock.instant();
    return inHand.values().stream()
        .min(Instant::compareTo)
        .map(oldest -> between(oldest, now).toMillis() / 1000.0)
        .orElse(0.0);
  }

  private static TopicPartition partition(RawRecord raw) {
    return new TopicPartition(raw.topic(), raw.partition());
  }

  private static Instant writtenAt(RawRecord raw) {
    return Instant.ofEpochMilli(raw.timestamp());
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /** The clock of who wrote it may be ahead of ours. */
  private static Duration between(Instant from, Instant to) {
    return to.isBefore(from) ? Duration.ZERO : Duration.between(from, to);
  }
}
