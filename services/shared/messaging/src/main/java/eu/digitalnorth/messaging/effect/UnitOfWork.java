package eu.digitalnorth.messaging.effect;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.store.Dispatch;
import eu.digitalnorth.messaging.store.Outbox;
import eu.digitalnorth.messaging.store.Outbox.Stored;
import eu.digitalnorth.messaging.store.OutboxRecord;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
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

  /** Transactions whose effects are being sent; what is beyond that is left to the relay. */
  private static final int MOST_AT_ONCE = 100;

  private final TransactionTemplate transaction;
  private final Outbox outbox;
  private final Dispatch dispatch;
  private final OutgoingMessages outgoing;
  private final Clock clock;
  private final Semaphore free = new Semaphore(MOST_AT_ONCE);
  private final ExecutorService afterCommit =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("after-commit-", 0).factory());

  public UnitOfWork(
      TransactionTemplate transaction,
      Outbox outbox,
      Dispatch dispatch,
      OutgoingMessages outgoing,
      Clock clock) {
    this.transaction = transaction;
    this.outbox = outbox;
    this.dispatch = dispatch;
    this.outgoing = outgoing;
    this.clock = clock;
  }

  /**
   * Runs the work, stores its effects with it, and has them sent at once; those on compacted topics
   * are sent in the order in which they were stored.
   */
  public <R extends @Nullable Object> R execute(CountryCode country, Function<Effects, R> work) {
    return execute(country, work, Effects::records);
  }

  /** The same, and all effects are sent strictly in the order in which they were stored. */
  public <R extends @Nullable Object> R executeInOrder(
      CountryCode country, Function<Effects, R> work) {
    return execute(
        country,
        work,
        effects -> effects.records().stream().map(OutboxRecord::keepingOrder).toList());
  }

  @Override
  public void destroy() {
    afterCommit.close();
  }

  private <R extends @Nullable Object> R execute(
      CountryCode country,
      Function<Effects, R> work,
      Function<Effects, List<OutboxRecord>> toRecords) {
    Committed<R> committed =
        Objects.requireNonNull(
            transaction.execute(
                status -> {
                  Effects effects = new Effects(country, outgoing, clock.instant());
                  R result = work.apply(effects);
                  return new Committed<>(result, outbox.append(toRecords.apply(effects)));
                }));
    if (!committed.records().isEmpty() && free.tryAcquire()) {
      afterCommit.execute(() -> send(country, committed.records()));
    }
    return committed.result();
  }

  private void send(CountryCode country, List<Stored> records) {
    try {
      dispatch.send(country, records);
    } catch (RuntimeException e) {
      log.warn("Sending failed, the relay will try again: country={}", country, e);
    } finally {
      free.release();
    }
  }

  private record Committed<R extends @Nullable Object>(R result, List<Stored> records) {}
}
