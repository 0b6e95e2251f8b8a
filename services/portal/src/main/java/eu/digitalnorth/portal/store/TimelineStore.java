package eu.digitalnorth.portal.store;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.EvidenceTypeCode;
import eu.digitalnorth.portal.exchange.Exchange;
import eu.digitalnorth.portal.exchange.TimelineEntry;
import eu.digitalnorth.portal.exchange.TimelineEntry.Party;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The timelines of exchanges; an entry is never changed, and numbers have no gaps. */
@Repository
public class TimelineStore {
  private final JdbcClient jdbc;

  TimelineStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds an entry to an exchange whose row is locked or new. */
  public void add(Exchange exchange, TimelineEntry entry) {
    jdbc.sql(
            """
            insert into exchange_timeline (exchange_id, sequence, country, at, kind, from_country,
                from_service, to_country, to_service, topic, message_id, evidence_type, outcome,
                took_millis)
            select :id, coalesce(max(sequence), 0) + 1, :country, cast(:at as timestamptz), :kind,
                :fromCountry, :fromService, :toCountry, :toService, :topic,
                cast(:messageId as uuid), :evidenceType, :outcome, cast(:tookMillis as bigint)
            from exchange_timeline where exchange_id = :id
            """)
        .param("id", exchange.id())
        .param("country", exchange.terms().country().lower())
        .param("at", Columns.timestamp(entry.at()))
        .param("kind", entry.kind().name())
        .param("fromCountry", country(entry.from()))
        .param("fromService", service(entry.from()))
        .param("toCountry", country(entry.to()))
        .param("toService", service(entry.to()))
        .param("topic", entry.topic())
        .param("messageId", entry.messageId())
        .param("evidenceType", entry.evidenceType() == null ? null : entry.evidenceType().name())
        .param("outcome", entry.outcome())
        .param("tookMillis", entry.tookMillis())
        .update();
  }

  public List<Numbered> of(UUID exchange) {
    return after(Map.of(exchange, 0));
  }

  /**
   * What is new.
   *
   * @param seen by exchange, the number of the last entry that is known
   */
  public List<Numbered> after(Map<UUID, Integer> seen) {
    List<Map.Entry<UUID, Integer>> pairs = List.copyOf(seen.entrySet());
    return jdbc.sql(
            """
            select t.* from exchange_timeline t
            join unnest(:ids, :numbers) as seen(id, number)
              on t.exchange_id = seen.id and t.sequence > seen.number
            order by t.exchange_id, t.sequence
            """)
        .param("ids", pairs.stream().map(Map.Entry::getKey).toArray(UUID[]::new))
        .param("numbers", pairs.stream().map(Map.Entry::getValue).toArray(Integer[]::new))
        .query((row, n) -> read(row))
        .list();
  }

  /** Those of these exchanges that have ended, with the name of their state. */
  public Map<UUID, String> ended(Set<UUID> exchanges) {
    return jdbc
        .sql("select id, state from exchange where id = any(:ids) and ended_at is not null")
        .param("ids", exchanges.toArray(UUID[]::new))
        .query((row, n) -> Map.entry(row.getObject(1, UUID.class), row.getString(2)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Numbered read(ResultSet row) throws SQLException {
    String type = row.getString("evidence_type");
    TimelineEntry entry =
        new TimelineEntry(
            Objects.requireNonNull(Columns.instant(row, "at")),
            TimelineEntry.Kind.valueOf(row.getString("kind")),
            party(row, "from"),
            party(row, "to"),
            row.getString("topic"),
            row.getObject("message_id", UUID.class),
            type == null ? null : EvidenceTypeCode.valueOf(type),
            row.getString("outcome"),
            row.getObject("took_millis", Long.class));
    return new Numbered(row.getObject("exchange_id", UUID.class), row.getInt("sequence"), entry);
  }

  private static @Nullable Party party(ResultSet row, String role) throws SQLException {
    String country = row.getString(role + "_country");
    return country == null
        ? null
        : new Party(CountryCode.of(country), row.getString(role + "_service"));
  }

  private static @Nullable String country(@Nullable Party party) {
    return party == null ? null : party.country().lower();
  }

  private static @Nullable String service(@Nullable Party party) {
    return party == null ? null : party.service();
  }

  /**
   * @param number from 1 within the exchange
   */
  public record Numbered(UUID exchangeId, int number, TimelineEntry entry) {}
}
