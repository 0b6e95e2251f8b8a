package eu.digitalnorth.audit.store;

import eu.digitalnorth.audit.ledger.LedgerEntry;
import eu.digitalnorth.audit.usage.UsageRule;
import eu.digitalnorth.country.CountryCode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Finds entries. A period is from an instant, included, to another, excluded. */
public final class LedgerSearch {
  private static final String IN_PERIOD =
      " country = :country and occurred_at >= :from and occurred_at < :to ";
  private static final String USAGES =
      IN_PERIOD
          + """
          and subject = :subject
          and (action = 'DECIDED'
               or action = any(:receiving) and message_type ~ :received
               or action = 'SENT' and message_type ~ :sent)
          """;

  private final JdbcClient jdbc;

  public LedgerSearch(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All about one exchange, as they were appended. */
  public List<LedgerEntry> ofExchange(CountryCode country, UUID exchangeId, Page page) {
    return jdbc.sql(
            """
            select * from ledger_entry where country = :country and exchange_id = :exchange
            order by entry_number offset :offset limit :limit
            """)
        .param("country", country.lower())
        .param("exchange", exchangeId)
        .param("offset", page.offset())
        .param("limit", page.limit())
        .query(EntryRows::read)
        .list();
  }

  /** All of a time, oldest first. */
  public List<LedgerEntry> ofPeriod(CountryCode country, Period period, Page page) {
    String sql =
        "select * from ledger_entry where"
            + IN_PERIOD
            + "order by occurred_at, entry_number offset :offset limit :limit";
    return in(country, period, jdbc.sql(sql))
        .param("offset", page.offset())
        .param("limit", page.limit())
        .query(EntryRows::read)
        .list();
  }

  /** The uses of somebody's data, newest first. */
  public List<LedgerEntry> usagesOf(CountryCode country, String subject, Period period, Page page) {
    String sql =
        "select * from ledger_entry where"
            + USAGES
            + "order by occurred_at desc, entry_number desc offset :offset limit :limit";
    return usages(country, subject, period, sql)
        .param("offset", page.offset())
        .param("limit", page.limit())
        .query(EntryRows::read)
        .list();
  }

  public long countUsagesOf(CountryCode country, String subject, Period period) {
    return usages(country, subject, period, "select count(*) from ledger_entry where" + USAGES)
        .query(Long.class)
        .single();
  }

  /**
   * Messages that something was done with, by entry number; for comparing two ledgers.
   *
   * @param counterparty null for any
   * @param messageType null for any
   * @param after only entries behind this one
   */
  public List<LedgerEntry> messages(
      CountryCode country,
      Collection<String> actions,
      @Nullable String counterparty,
      @Nullable String messageType,
      Period period,
      long after,
      int limit) {
    String sql =
        "select * from ledger_entry where"
            + IN_PERIOD
            + """
            and entry_number > :after and message_id is not null and action = any(:actions)
            and (:counterparty::text is null or counterparty = :counterparty)
            and (:type::text is null or message_type = :type)
            order by entry_number limit :limit
            """;
    return in(country, period, jdbc.sql(sql))
        .param("after", after)
        .param("actions", actions.toArray(String[]::new))
        .param("counterparty", counterparty)
        .param("type", messageType)
        .param("limit", limit)
        .query(EntryRows::read)
        .list();
  }

  private StatementSpec usages(CountryCode country, String subject, Period period, String sql) {
    return in(country, period, jdbc.sql(sql))
        .param("subject", subject)
        .param("receiving", UsageRule.RECEIVING.toArray(String[]::new))
        .param("received", UsageRule.RECEIVED_TYPES.pattern())
        .param("sent", UsageRule.SENT_TYPES.pattern());
  }

  private static StatementSpec in(CountryCode country, Period period, StatementSpec statement) {
    return statement
        .param("country", country.lower())
        .param("from", period.from().atOffset(ZoneOffset.UTC))
        .param("to", period.to().atOffset(ZoneOffset.UTC));
  }

  /** A part of a long list. */
  public record Page(long offset, int limit) {}

  /** From an instant, included, to another, excluded. */
  public record Period(Instant from, Instant to) {}
}
