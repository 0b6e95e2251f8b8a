package eu.digitalnorth.messaging.effect;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.store.Outbox;
import eu.digitalnorth.messaging.store.Outbox.Stored;
import eu.digitalnorth.messaging.store.OutboxRelay;
import eu.digitalnorth.messaging.store.RecordSender;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Work that does not begin with a message (a REST call, a timer): one transaction with its effects,
 * which are sent once it is committed, without the caller waiting for the broker.
 */
public final class UnitOfWork implements DisposableBean {
  private static final Logger log = LoggerFactory.getLogger(UnitOfWork.class);

  private final TransactionTemplate transaction;
  private final Outbox outbox;
  private final RecordSender sender;
  private final OutboxRelay relay;
  private final OutgoingMessages outgoing;
  private final Clock clock;
  private final ExecutorService afterCommit =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("after-commit-", 0).factory());

  public UnitOfWork(
      TransactionTemplate transaction,
      Outbox outbox,
      RecordSender sender,
      OutboxRelay relay,
      OutgoingMessages outgoing,
      Clock clock) {
    this.transaction = transaction;
    this.outbox = outbox;
    this.sender = sender;
    this.relay = relay;
    this.outgoing = outgoing;
    this.clock = clock;
  }

  /** Runs the work, stores its effects with it, and has them sent at once. */
  public <R extends @Nullable Object> R execute(CountryCode country, Function<Effects, R> work) {
    Committed<R> committed = commit(country, work);
    if (!committed.records().isEmpty()) {
      afterCommit.execute(() -> send(country, committed.records()));
    }
    return committed.result();
  }

  /**
   * The same, and the effects are sent strictly in the order in which they were committed, as the
   * changes of a register must be.
   */
  public <R extends @Nullable Object> R executeInOrder(
      CountryCode country, Function<Effects, R> work) {
    Committed<R> committed = commit(country, work);
    if (!committed.records().isEmpty()) {
      afterCommit.execute(() -> quietly(country, () -> relay.sendAll(country)));
    }
    return committed.result();
  }

  @Override
  public void destroy() {
    afterCommit.close();
  }

  private <R extends @Nullable Object> Committed<R> commit(
      CountryCode country, Function<Effects, R> work) {
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              Effects effects = new Effects(country, outgoing, clock.instant());
              R result = work.apply(effects);
              return new Committed<>(result, outbox.append(effects.records()));
            }));
  }

  private void send(CountryCode country, List<Stored> stored) {
    quietly(
        country,
        () -> {
          sender.send(stored.stream().map(Stored::record).toList());
          outbox.markSent(stored);
        });
  }

  private static void quietly(CountryCode country, Runnable sending) {
    try {
      sending.run();
    } catch (RuntimeException e) {
      log.warn("Sending failed, the relay will try again: country={}", country, e);
    }
  }

  private record Committed<R extends @Nullable Object>(R result, List<Stored> records) {}
}
