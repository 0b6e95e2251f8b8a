package eu.digitalnorth.messaging.store;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.store.Outbox.Stored;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what is in the outbox and was not sent, oldest first. One relay of a service works for a
 * country at a time, wherever it runs: order is kept.
 */
public final class OutboxRelay {
  private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
  private static final int BATCH = 500;

  /** Younger records are being sent by the one who wrote them. */
  private static final Duration GRACE = Duration.ofSeconds(10);

  private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

  private final Map<CountryCode, AtomicInteger> waiting = new ConcurrentHashMap<>();
  private final Outbox outbox;
  private final RecordSender sender;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;

  public OutboxRelay(
      Outbox outbox,
      RecordSender sender,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      Clock clock) {
    this.outbox = outbox;
    this.sender = sender;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Sends all that is unsent, also what was written a moment ago. */
  public int sendAll(CountryCode country) {
    return sendBatches(country, () -> outbox.unsent(country, END_OF_TIME, BATCH));
  }

  /** Sends what a crash or an outage left behind. */
  public int sendLeftovers(CountryCode country) {
    Instant limit = clock.instant().minus(GRACE);
    int sent = sendBatches(country, () -> outbox.unsent(country, limit, BATCH));
    if (sent > 0) {
      log.info("Sent records that were left in the outbox: country={} records={}", country, sent);
    }
    return sent;
  }

  /**
   * Sends what must be sent in order. If another thread of this process is at it, that one goes on
   * until this is sent, too, and this returns at once: connections are few.
   */
  public void sendInOrder(CountryCode country) {
    AtomicInteger calls = waiting.computeIfAbsent(country, c -> new AtomicInteger());
    if (calls.getAndIncrement() == 0) {
      try {
        int seen;
        do {
          seen = calls.get();
          sendBatches(country, () -> outbox.unsentInOrder(country, BATCH));
        } while (!calls.compareAndSet(seen, 0));
      } catch (RuntimeException e) {
        calls.set(0);
        throw e;
      }
    }
  }

  private int sendBatches(CountryCode country, Supplier<List<Stored>> next) {
    int total = 0;
    int sent;
    do {
      Integer batch = transaction.execute(status -> sendBatch(country, next));
      sent = batch == null ? 0 : batch;
      total += sent;
    } while (sent == BATCH);
    return total;
  }

  private int sendBatch(CountryCode country, Supplier<List<Stored>> next) {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('outbox'), hashtext(:country))")
        .param("country", country.lower())
        .query((row, number) -> 0)
        .list();
    List<Stored> unsent = next.get();
    if (!unsent.isEmpty()) {
      sender.send(unsent.stream().map(Stored::record).toList());
      outbox.markSent(unsent);
    }
    return unsent.size();
  }
}
