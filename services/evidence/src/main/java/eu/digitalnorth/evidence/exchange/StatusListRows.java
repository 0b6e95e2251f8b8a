package eu.digitalnorth.evidence.exchange;

import eu.digitalnorth.country.CountryCode;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/** The newest token of each status list, as it was received. */
class StatusListRows {
  private final JdbcClient jdbc;
  private final Clock clock;

  StatusListRows(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** When the tokens of lists were issued, without those that are not known; one query. */
  Map<StatusListId, Instant> issued(CountryCode reader, Collection<StatusListId> lists) {
    Map<StatusListId, Instant> issued = new HashMap<>();
    jdbc.sql(
            """
            select issuer, uri, issued_at from status_list
            where country = :country and uri = any(:uris)
            """)
        .param("country", reader.lower())
        .param("uris", lists.stream().map(StatusListId::uri).distinct().toArray(String[]::new))
        .query(
            row -> {
              issued.put(
                  new StatusListId(CountryCode.of(row.getString(1)), row.getString(2)),
                  row.getObject(3, OffsetDateTime.class).toInstant());
            });
    return issued;
  }

  Optional<String> token(CountryCode reader, StatusListId list) {
    return jdbc.sql(
            """
            select token from status_list
            where country = :country and issuer = :issuer and uri = :uri
            """)
        .param("country", reader.lower())
        .param("issuer", list.issuer().lower())
        .param("uri", list.uri())
        .query(String.class)
        .optional();
  }

  /** Unless a newer one is there. */
  void keep(CountryCode reader, StatusListId list, String token, Instant issuedAt) {
    jdbc.sql(
            """
            insert into status_list (country, issuer, uri, issued_at, token)
            values (:country, :issuer, :uri, :issuedAt, :token)
            on conflict (country, issuer, uri) do update
            set issued_at = excluded.issued_at, token = excluded.token
            where status_list.issued_at < excluded.issued_at
            """)
        .param("country", reader.lower())
        .param("issuer", list.issuer().lower())
        .param("uri", list.uri())
        .param("issuedAt", issuedAt.atOffset(ZoneOffset.UTC))
        .param("token", token)
        .update();
  }

  void forget(CountryCode reader, StatusListId list) {
    jdbc.sql(
            """
            delete from status_list
            where country = :country and issuer = :issuer and uri = :uri
            """)
        .param("country", reader.lower())
        .param("issuer", list.issuer().lower())
        .param("uri", list.uri())
        .update();
  }

  /** Nobody refers to what has been stale for so long. */
  @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT1H")
  void forgetOld() {
    jdbc.sql("delete from status_list where issued_at < :limit")
        .param("limit", OffsetDateTime.now(clock).minusDays(7))
        .update();
  }
}
