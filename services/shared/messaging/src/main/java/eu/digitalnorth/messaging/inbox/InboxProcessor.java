package eu.digitalnorth.messaging.inbox;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.effect.Effects;
import eu.digitalnorth.messaging.effect.OutgoingMessages;
import eu.digitalnorth.messaging.envelope.Message;
import eu.digitalnorth.messaging.envelope.RawRecord;
import eu.digitalnorth.messaging.envelope.RejectedRecordException;
import eu.digitalnorth.messaging.envelope.Rejection;
import eu.digitalnorth.messaging.store.Inbox;
import eu.digitalnorth.messaging.store.Outbox;
import eu.digitalnorth.messaging.store.Outbox.Stored;
import eu.digitalnorth.messaging.store.RecordSender;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Processes polled batches: at least once from Kafka, exactly once in effect. One transaction
 * stores which messages were taken on, what the handler wrote, and what is to be sent; then that is
 * sent. If anything after the commit fails, the batch comes again, its messages are known, and the
 * stored records are sent again as they are.
 */
public final class InboxProcessor {
  private static final Logger log = LoggerFactory.getLogger(InboxProcessor.class);

  private final MessageReader reader;
  private final Inbox inbox;
  private final Outbox outbox;
  private final RecordSender sender;
  private final DeadLetters deadLetters;
  private final OutgoingMessages outgoing;
  private final PlatformTransactionManager transactions;
  private final Clock clock;

  public InboxProcessor(
      MessageReader reader,
      Inbox inbox,
      Outbox outbox,
      RecordSender sender,
      DeadLetters deadLetters,
      OutgoingMessages outgoing,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.reader = reader;
    this.inbox = inbox;
    this.outbox = outbox;
    this.sender = sender;
    this.deadLetters = deadLetters;
    this.outgoing = outgoing;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Returns when all effects of these records are stored and sent. */
  public <T extends SpecificRecord> void process(
      InboxEndpoint<T> endpoint, CountryCode country, List<RawRecord> records) {
    Batch<T> batch = read(endpoint, country, records);
    Committed committed = commit(endpoint, country, batch);
    List<Stored> toSend = new ArrayList<>(committed.stored());
    if (!committed.known().isEmpty()) {
      toSend.addAll(outbox.causedBy(country, committed.known()));
    }
    if (!toSend.isEmpty()) {
      sender.send(toSend.stream().map(Stored::record).toList());
      outbox.markSent(toSend);
    }
  }

  private <T extends SpecificRecord> Batch<T> read(
      InboxEndpoint<T> endpoint, CountryCode country, List<RawRecord> records) {
    Batch<T> batch = new Batch<>();
    for (RawRecord raw : records) {
      try {
        Message<T> message = reader.read(endpoint.topic(), country, raw);
        endpoint.check().check(country, message);
        batch.messages.putIfAbsent(message.id(), message);
      } catch (RejectedRecordException e) {
        batch.rejected.put(DeadLetters.idOf(raw), new Rejected(raw, e));
      }
    }
    return batch;
  }

  private <T extends SpecificRecord> Committed commit(
      InboxEndpoint<T> endpoint, CountryCode country, Batch<T> batch) {
    try {
      return inTransaction(endpoint, country, batch);
    } catch (HandlerFailedException e) {
      return batch.messages.size() == 1
          ? inTransaction(endpoint, country, batch.withRejected(e.reason()))
          : oneByOne(endpoint, country, batch);
    }
  }

  private <T extends SpecificRecord> Committed oneByOne(
      InboxEndpoint<T> endpoint, CountryCode country, Batch<T> batch) {
    Committed all = new Committed(new ArrayList<>(), new HashSet<>());
    Batch<T> rejectedOnly = new Batch<>();
    rejectedOnly.rejected.putAll(batch.rejected);
    all.add(inTransaction(endpoint, country, rejectedOnly));
    for (Message<T> message : batch.messages.values()) {
      Batch<T> single = new Batch<>();
      single.messages.put(message.id(), message);
      all.add(commit(endpoint, country, single));
    }
    return all;
  }

  private <T extends SpecificRecord> Committed inTransaction(
      InboxEndpoint<T> endpoint, CountryCode country, Batch<T> batch) {
    TransactionTemplate transaction = new TransactionTemplate(transactions);
    transaction.setIsolationLevel(endpoint.isolation().value());
    return Objects.requireNonNull(transaction.execute(status -> handle(endpoint, country, batch)));
  }

  private <T extends SpecificRecord> Committed handle(
      InboxEndpoint<T> endpoint, CountryCode country, Batch<T> batch) {
    Set<UUID> known = batch.ids();
    Set<UUID> fresh = inbox.claim(country, known);
    known.removeAll(fresh);
    Effects effects = new Effects(country, outgoing, clock.instant());
    batch.rejected.forEach(
        (id, rejected) -> {
          if (fresh.contains(id)) {
            log.warn(
                "Refused a record: topic={} partition={} offset={} reason={}",
                rejected.raw.topic(),
                rejected.raw.partition(),
                rejected.raw.offset(),
                rejected.why.reason());
            deadLetters.add(endpoint.topic(), rejected.raw, rejected.why, effects);
          }
        });
    List<Message<T>> messages =
        batch.messages.values().stream().filter(m -> fresh.contains(m.id())).toList();
    if (!messages.isEmpty()) {
      callHandler(endpoint, messages, effects);
    }
    return new Committed(outbox.append(effects.records()), known);
  }

  private static <T extends SpecificRecord> void callHandler(
      InboxEndpoint<T> endpoint, List<Message<T>> messages, Effects effects) {
    try {
      endpoint.handler().handle(messages, effects);
    } catch (RejectedRecordException e) {
      throw new HandlerFailedException(e);
    } catch (RuntimeException e) {
      if (Outages.isOutage(e)) {
        throw e;
      }
      log.error("The handler failed: topic={}", endpoint.topic().name(), e);
      throw new HandlerFailedException(
          new RejectedRecordException(
              Rejection.PROCESSING_FAILED, "The service failed: " + e.getClass().getSimpleName()));
    }
  }

  private record Rejected(RawRecord raw, RejectedRecordException why) {}

  private record Committed(List<Stored> stored, Set<UUID> known) {
    void add(Committed other) {
      stored.addAll(other.stored);
      known.addAll(other.known);
    }
  }

  private static final class Batch<T extends SpecificRecord> {
    private final Map<UUID, Message<T>> messages = new LinkedHashMap<>();
    private final Map<UUID, Rejected> rejected = new LinkedHashMap<>();

    Set<UUID> ids() {
      Set<UUID> ids = new HashSet<>(messages.keySet());
      ids.addAll(rejected.keySet());
      return ids;
    }

    Batch<T> withRejected(RejectedRecordException why) {
      Batch<T> changed = new Batch<>();
      changed.rejected.putAll(rejected);
      messages.forEach(
          (id, m) -> changed.rejected.put(DeadLetters.idOf(m.raw()), new Rejected(m.raw(), why)));
      return changed;
    }
  }

  private static final class HandlerFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final RejectedRecordException reason;

    HandlerFailedException(RejectedRecordException reason) {
      super(reason);
      this.reason = reason;
    }

    RejectedRecordException reason() {
      return reason;
    }
  }
}
