package eu.digitalnorth.messaging.store;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.envelope.MessageIdentity;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Remembers which messages were processed, in the transaction that processes them. */
public final class Inbox {
  private final JdbcClient jdbc;
  private final Clock clock;

  public Inbox(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Lets the transaction, which has asked nothing yet, see nothing that others commit from now on.
   * Goes with its begin, where the driver's own way takes three questions more.
   */
  public void seeOneMoment() {
    jdbc.sql("set transaction isolation level repeatable read").update();
  }

  /**
   * Takes messages on.
   *
   * @return those that were not taken on before
   */
  public Set<MessageIdentity> claim(CountryCode country, Collection<MessageIdentity> messages) {
    return new HashSet<>(
        jdbc.sql(
                """
                insert into inbox (country, ce_source, ce_id, received_at)
                select :country, source, id, :now
                from unnest(:sources, :ids) as message (source, id) order by source, id
                on conflict do nothing returning ce_source, ce_id
                """)
            .param("country", country.lower())
            .param("now", OffsetDateTime.now(clock))
            .param("sources", messages.stream().map(MessageIdentity::source).toArray(String[]::new))
            .param("ids", messages.stream().map(MessageIdentity::id).toArray(UUID[]::new))
            .query((row, n) -> new MessageIdentity(row.getString(1), row.getObject(2, UUID.class)))
            .list());
  }

  public int forgetOlderThan(Instant limit) {
    return jdbc.sql("delete from inbox where received_at < :limit")
        .param("limit", limit.atOffset(ZoneOffset.UTC))
        .update();
  }
}
