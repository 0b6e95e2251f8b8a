package eu.digitalnorth.messaging.state;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.effect.Effects;
import eu.digitalnorth.messaging.effect.OutgoingMessages;
import eu.digitalnorth.messaging.envelope.RawRecord;
import eu.digitalnorth.messaging.envelope.RejectedRecordException;
import eu.digitalnorth.messaging.inbox.DeadLetters;
import eu.digitalnorth.messaging.inbox.Failures;
import eu.digitalnorth.messaging.inbox.MessageReader;
import eu.digitalnorth.messaging.inbox.Outages;
import eu.digitalnorth.messaging.store.Dispatch;
import eu.digitalnorth.messaging.store.Inbox;
import eu.digitalnorth.messaging.store.Outbox;
import eu.digitalnorth.messaging.store.Outbox.Stored;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes polled batches of compacted topics into the service's database. */
public final class StateProcessor {
  private static final Logger log = LoggerFactory.getLogger(StateProcessor.class);

  private final MessageReader reader;
  private final Inbox inbox;
  private final Outbox outbox;
  private final Dispatch dispatch;
  private final DeadLetters deadLetters;
  private final OutgoingMessages outgoing;
  private final Positions positions;
  private final TransactionTemplate transaction;
  private final Clock clock;

  public StateProcessor(
      MessageReader reader,
      Inbox inbox,
      Outbox outbox,
      Dispatch dispatch,
      DeadLetters deadLetters,
      OutgoingMessages outgoing,
      Positions positions,
      TransactionTemplate transaction,
      Clock clock) {
    this.reader = reader;
    this.inbox = inbox;
    this.outbox = outbox;
    this.dispatch = dispatch;
    this.deadLetters = deadLetters;
    this.outgoing = outgoing;
    this.positions = positions;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * Returns when the records are in the database; the effects of refused ones are sent by then.
   *
   * @throws RuntimeException if a dependency is down: the same records are to be processed again
   */
  public void process(
      Map<String, StateEndpoint<?>> endpoints, CountryCode country, List<RawRecord> records) {
    StateBatch batch = read(endpoints, records);
    try {
      dispatch.send(country, store(country, records, batch));
    } catch (RuntimeException e) {
      if (Outages.isOutage(e) || e instanceof KafkaException || batch.isEmpty()) {
        throw e;
      }
      log.error("Cannot take records in: failure={}", Failures.describe(e));
      apart(endpoints, country, records, e);
    }
  }

  /** Finds out which record it is, and refuses that one only. */
  private void apart(
      Map<String, StateEndpoint<?>> endpoints,
      CountryCode country,
      List<RawRecord> records,
      RuntimeException failure) {
    if (records.size() > 1) {
      records.forEach(raw -> process(endpoints, country, List.of(raw)));
    } else {
      RawRecord raw = records.getFirst();
      StateBatch refused = new StateBatch();
      refused.refuse(endpointOf(endpoints, raw), raw, Failures.processingFailed(failure));
      dispatch.send(country, store(country, records, refused));
    }
  }

  private StateBatch read(Map<String, StateEndpoint<?>> endpoints, List<RawRecord> records) {
    StateBatch batch = new StateBatch();
    for (RawRecord raw : records) {
      StateEndpoint<?> endpoint = endpointOf(endpoints, raw);
      try {
        batch.add(endpoint, reader, raw);
      } catch (RejectedRecordException e) {
        batch.refuse(endpoint, raw, e);
      }
    }
    return batch;
  }

  private List<Stored> store(CountryCode country, List<RawRecord> records, StateBatch batch) {
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              Effects effects = new Effects(country, outgoing, clock.instant());
              batch.apply(country);
              batch.refused().forEach(refused -> refuse(country, refused, effects));
              positions.advance(country, after(records));
              return outbox.append(effects.records());
            }));
  }

  private void refuse(CountryCode country, StateBatch.Refused refused, Effects effects) {
    if (!inbox.claim(country, List.of(DeadLetters.identityOf(refused.raw()))).isEmpty()) {
      deadLetters.add(refused.endpoint().topic(), refused.raw(), refused.why(), effects);
    }
  }

  private static StateEndpoint<?> endpointOf(
      Map<String, StateEndpoint<?>> endpoints, RawRecord raw) {
    return Objects.requireNonNull(endpoints.get(raw.topic()), raw.topic());
  }

  private static Map<TopicPartition, Long> after(List<RawRecord> records) {
    Map<TopicPartition, Long> next = new HashMap<>();
    for (RawRecord raw : records) {
      next.merge(new TopicPartition(raw.topic(), raw.partition()), raw.offset() + 1, Math::max);
    }
    return next;
  }
}
