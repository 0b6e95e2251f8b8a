package eu.digitalnorth.messaging.store;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.store.Outbox.Stored;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
    return sendWrittenBefore(country, Instant.now(clock));
  }

  /** Sends what a crash or an outage left behind. */
  public int sendLeftovers(CountryCode country) {
    int sent = sendWrittenBefore(country, Instant.now(clock).minus(GRACE));
    if (sent > 0) {
      log.info("Sent records that were left in the outbox: country={} records={}", country, sent);
    }
    return sent;
  }

  private int sendWrittenBefore(CountryCode country, Instant limit) {
    int total = 0;
    int sent;
    do {
      Integer batch = transaction.execute(status -> sendBatch(country, limit));
      sent = batch == null ? 0 : batch;
      total += sent;
    } while (sent == BATCH);
    return total;
  }

  private int sendBatch(CountryCode country, Instant limit) {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('outbox'), hashtext(:country))")
        .param("country", country.lower())
        .query((row, number) -> 0)
        .list();
    List<Stored> unsent = outbox.unsent(country, limit, BATCH);
    if (!unsent.isEmpty()) {
      sender.send(unsent.stream().map(Stored::record).toList());
      outbox.markSent(unsent);
    }
    return unsent.size();
  }
}
