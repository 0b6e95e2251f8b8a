package eu.digitalnorth.messaging.state;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.effect.Effects;
import eu.digitalnorth.messaging.effect.OutgoingMessages;
import eu.digitalnorth.messaging.envelope.RawRecord;
import eu.digitalnorth.messaging.envelope.RejectedRecordException;
import eu.digitalnorth.messaging.inbox.DeadLetters;
import eu.digitalnorth.messaging.inbox.MessageReader;
import eu.digitalnorth.messaging.store.Inbox;
import eu.digitalnorth.messaging.store.Outbox;
import eu.digitalnorth.messaging.store.Outbox.Stored;
import eu.digitalnorth.messaging.store.RecordSender;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
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
  private final RecordSender sender;
  private final DeadLetters deadLetters;
  private final OutgoingMessages outgoing;
  private final Positions positions;
  private final TransactionTemplate transaction;
  private final Clock clock;

  public StateProcessor(
      MessageReader reader,
      Inbox inbox,
      Outbox outbox,
      RecordSender sender,
      DeadLetters deadLetters,
      OutgoingMessages outgoing,
      Positions positions,
      TransactionTemplate transaction,
      Clock clock) {
    this.reader = reader;
    this.inbox = inbox;
    this.outbox = outbox;
    this.sender = sender;
    this.deadLetters = deadLetters;
    this.outgoing = outgoing;
    this.positions = positions;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Returns when the records are in the database; the effects of refused ones are sent by then. */
  public void process(
      Map<String, StateEndpoint<?>> endpoints, CountryCode country, List<RawRecord> records) {
    Effects effects = new Effects(country, outgoing, clock.instant());
    Map<StateEndpoint<?>, Readable<?>> readable = new LinkedHashMap<>();
    List<Refused> refused = new ArrayList<>();
    for (RawRecord raw : records) {
      StateEndpoint<?> endpoint = Objects.requireNonNull(endpoints.get(raw.topic()), raw.topic());
      try {
        readable.computeIfAbsent(endpoint, Readable::new).add(reader, raw);
      } catch (RejectedRecordException e) {
        refused.add(new Refused(endpoint, raw, e));
      }
    }
    List<Stored> letters =
        Objects.requireNonNull(
            transaction.execute(
                status -> {
                  readable.values().forEach(r -> r.apply(country));
                  refused.forEach(r -> refuse(country, r, effects));
                  positions.advance(country, after(records));
                  return outbox.append(effects.records());
                }));
    if (!letters.isEmpty()) {
      sender.send(letters.stream().map(Stored::record).toList());
      outbox.markSent(letters);
    }
  }

  private void refuse(CountryCode country, Refused refused, Effects effects) {
    RawRecord raw = refused.raw;
    if (!inbox.claim(country, List.of(DeadLetters.idOf(raw))).isEmpty()) {
      log.warn(
          "Refused a record: topic={} partition={} offset={} reason={}",
          raw.topic(),
          raw.partition(),
          raw.offset(),
          refused.why.reason());
      deadLetters.add(refused.endpoint.topic(), raw, refused.why, effects);
    }
  }

  private static Map<TopicPartition, Long> after(List<RawRecord> records) {
    Map<TopicPartition, Long> next = new HashMap<>();
    for (RawRecord raw : records) {
      next.merge(new TopicPartition(raw.topic(), raw.partition()), raw.offset() + 1, Math::max);
    }
    return next;
  }

  private record Refused(StateEndpoint<?> endpoint, RawRecord raw, RejectedRecordException why) {}

  private static final class Readable<T extends SpecificRecord> {
    private final StateEndpoint<T> endpoint;
    private final List<StateRecord<T>> records = new ArrayList<>();

    Readable(StateEndpoint<T> endpoint) {
      this.endpoint = endpoint;
    }

    void add(MessageReader reader, RawRecord raw) throws RejectedRecordException {
      CountryCode owner = CountryCode.of(raw.topic().substring(0, 2));
      byte[] key = raw.key();
      T value =
          key != null && raw.value() == null
              ? null
              : reader.read(endpoint.topic(), owner, raw).body();
      String name = key == null ? "" : new String(key, StandardCharsets.UTF_8);
      records.add(new StateRecord<>(owner, name, value));
    }

    void apply(CountryCode reader) {
      endpoint.handler().apply(reader, records);
    }
  }
}
