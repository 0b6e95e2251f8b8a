package eu.digitalnorth.messaging.inbox;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.effect.Effects;
import eu.digitalnorth.messaging.effect.OutgoingMessages;
import eu.digitalnorth.messaging.envelope.Message;
import eu.digitalnorth.messaging.envelope.MessageIdentity;
import eu.digitalnorth.messaging.envelope.RawRecord;
import eu.digitalnorth.messaging.envelope.RejectedRecordException;
import eu.digitalnorth.messaging.store.Dispatch;
import eu.digitalnorth.messaging.store.Inbox;
import eu.digitalnorth.messaging.store.Outbox;
import eu.digitalnorth.messaging.store.Outbox.Stored;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Processes polled batches: at least once from Kafka, exactly once in effect. One transaction
 * stores which messages were taken on, what the handler wrote, and what is to be sent; then that is
 * sent. If anything after the commit fails, the batch comes again, its messages are known, and the
 * stored records are sent again as they are.
 */
public final class InboxProcessor {
  private static final Logger log = LoggerFactory.getLogger(InboxProcessor.class);

  /** Transactions that met another at the same rows; the next failure is left to the container. */
  private static final int MOST_CONFLICTS = 5;

  private final MessageReader reader;
  private final Inbox inbox;
  private final Outbox outbox;
  private final Dispatch dispatch;
  private final DeadLetters deadLetters;
  private final OutgoingMessages outgoing;
  private final PlatformTransactionManager transactions;
  private final Clock clock;

  public InboxProcessor(
      MessageReader reader,
      Inbox inbox,
      Outbox outbox,
      Dispatch dispatch,
      DeadLetters deadLetters,
      OutgoingMessages outgoing,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.reader = reader;
    this.inbox = inbox;
    this.outbox = outbox;
    this.dispatch = dispatch;
    this.deadLetters = deadLetters;
    this.outgoing = outgoing;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Returns when all effects of these records are stored and sent.
   *
   * @throws RuntimeException if a dependency is down: the same records are to be processed again
   */
  public <T extends SpecificRecord> void process(
      InboxEndpoint<T> endpoint, CountryCode country, List<RawRecord> records) {
    Committed committed = commit(endpoint, country, read(endpoint, country, records));
    List<Stored> toSend = new ArrayList<>(committed.stored());
    if (!committed.known().isEmpty()) {
      List<UUID> causes = committed.known().stream().map(MessageIdentity::cause).toList();
      toSend.addAll(outbox.causedBy(country, causes));
    }
    dispatch.send(country, toSend);
  }

  private <T extends SpecificRecord> Batch<T> read(
      InboxEndpoint<T> endpoint, CountryCode country, List<RawRecord> records) {
    Batch<T> batch = new Batch<>();
    for (RawRecord raw : records) {
      try {
        Message<T> message = reader.read(endpoint.topic(), country, raw);
        endpoint.check().check(country, message);
        batch.add(message);
      } catch (RejectedRecordException e) {
        batch.reject(raw, e);
      } catch (RuntimeException e) {
        batch.reject(raw, ourFault(endpoint, 1, e));
      }
    }
    return batch;
  }

  private <T extends SpecificRecord> Committed commit(
      InboxEndpoint<T> endpoint, CountryCode country, Batch<T> batch) {
    try {
      return inTransaction(endpoint, country, batch);
    } catch (HandlerFailedException e) {
      return apart(endpoint, country, batch, e.reason());
    } catch (RuntimeException e) {
      if (!batch.hasMessages()) {
        throw e;
      }
      return apart(endpoint, country, batch, ourFault(endpoint, batch.size(), e));
    }
  }

  /** Finds out which message it is, and refuses that one only. */
  private <T extends SpecificRecord> Committed apart(
      InboxEndpoint<T> endpoint,
      CountryCode country,
      Batch<T> batch,
      RejectedRecordException reason) {
    List<Batch<T>> singles = batch.singles();
    if (singles.size() == 1) {
      return inTransaction(endpoint, country, batch.allRejected(reason));
    }
    Committed all = Committed.nothing();
    all.add(inTransaction(endpoint, country, batch.rejectedOnly()));
    singles.forEach(single -> all.add(commit(endpoint, country, single)));
    return all;
  }

  private <T extends SpecificRecord> Committed inTransaction(
      InboxEndpoint<T> endpoint, CountryCode country, Batch<T> batch) {
    TransactionTemplate transaction = new TransactionTemplate(transactions);
    int conflicts = 0;
    while (true) {
      try {
        return Objects.requireNonNull(
            transaction.execute(status -> handle(endpoint, country, batch)));
      } catch (ConcurrencyFailureException e) {
        if (conflicts++ == MOST_CONFLICTS) {
          throw e;
        }
      } catch (NotYetException e) {
        log.info("Waiting: topic={} what={}", endpoint.topic().name(), e.getMessage());
        e.await();
      }
    }
  }

  private <T extends SpecificRecord> Committed handle(
      InboxEndpoint<T> endpoint, CountryCode country, Batch<T> batch) {
    if (endpoint.isolation() == Isolation.REPEATABLE_READ) {
      inbox.seeOneMoment();
    }
    Set<MessageIdentity> known = batch.identities();
    Set<MessageIdentity> fresh = inbox.claim(country, known);
    known.removeAll(fresh);
    Effects effects = new Effects(country, outgoing, clock.instant());
    for (Batch.Rejected rejected : batch.rejectedAmong(fresh)) {
      deadLetters.add(endpoint.topic(), rejected.raw(), rejected.why(), effects);
    }
    List<Message<T>> messages = batch.messagesAmong(fresh);
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
    } catch (NotYetException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new HandlerFailedException(ourFault(endpoint, messages.size(), e));
    }
  }

  /** A reason to refuse, unless trying again can help. */
  private static RejectedRecordException ourFault(
      InboxEndpoint<?> endpoint, int messages, RuntimeException failure) {
    if (Outages.isOutage(failure)) {
      throw failure;
    }
    log.error(
        "Processing failed: topic={} messages={} failure={}",
        endpoint.topic().name(),
        messages,
        Failures.describe(failure));
    return Failures.processingFailed(failure);
  }
}
