package eu.digitalnorth.portal.store;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.observe.MessageMetrics;
import eu.digitalnorth.portal.exchange.Exchange;
import eu.digitalnorth.portal.exchange.ExchangeState.Ended;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps exchanges. Whoever changes one holds the lock on its row, so changes never mix. */
@Repository
public class ExchangeStore {
  private final JdbcClient jdbc;
  private final EvidenceRows evidence;
  private final MessageMetrics metrics;

  ExchangeStore(JdbcClient jdbc, MessageMetrics metrics) {
    this.jdbc = jdbc;
    this.metrics = metrics;
    this.evidence = new EvidenceRows(jdbc);
  }

  /**
   * Takes an idempotency key for an exchange that is added in the same transaction; waits for who
   * takes it right now.
   *
   * @return what it was taken for before, if it was
   */
  public Optional<Started> claim(
      String idempotencyKey, String fingerprint, UUID exchangeId, CountryCode country) {
    int claimed =
        jdbc.sql(
                """
                insert into idempotency_key (key, country, fingerprint, exchange_id)
                values (:key, :country, :fingerprint, :exchangeId) on conflict (key) do nothing
                """)
            .param("key", idempotencyKey)
            .param("country", country.lower())
            .param("fingerprint", fingerprint)
            .param("exchangeId", exchangeId)
            .update();
    return claimed == 1 ? Optional.empty() : startedWith(idempotencyKey);
  }

  public void add(Exchange exchange) {
    jdbc.sql(
            """
            insert into exchange (id, country, requester, procedure, citizen_country,
                level_of_assurance, explicit_request, possibility_preview, subject, company,
                created_at, expires_at, state, attestation_request_id, response_key)
            values (:id, :country, :requester, :procedure, :citizenCountry, :level,
                :explicitRequest, :preview, :subject, :company, :createdAt, :expiresAt, :state,
                :attestationRequestId, :responseKey)
            """)
        .params(ExchangeRow.ofNew(exchange))
        .update();
    evidence.add(exchange);
  }

  private Optional<Started> startedWith(String idempotencyKey) {
    return jdbc.sql("select exchange_id, fingerprint from idempotency_key where key = :key")
        .param("key", idempotencyKey)
        .query((row, n) -> new Started(row.getObject(1, UUID.class), row.getString(2)))
        .optional();
  }

  public Optional<Exchange> find(UUID id) {
    return load("where id = any(:ids)", Map.of("ids", new UUID[] {id})).values().stream()
        .findFirst();
  }

  /** The exchanges of a country among these, locked until the transaction ends. */
  public Map<UUID, Exchange> lock(CountryCode country, Collection<UUID> ids) {
    return load(
        "where id = any(:ids) and country = :country order by id for update",
        Map.of("ids", ids.toArray(UUID[]::new), "country", country.lower()));
  }

  /** Writes the state of an exchange that is locked. Its end destroys the response key. */
  public void save(Exchange exchange) {
    jdbc.sql(
            """
            update exchange set state = :state, attestation_id = :attestationId,
                attested_level = :attestedLevel, attestation_valid_until = :validUntil,
                refusal_stage = :refusalStage, refusal_code = :refusalCode,
                refusal_reason = :refusalReason, refusal_explanation = :refusalExplanation,
                ended_at = :endedAt,
                response_key = case when cast(:endedAt as timestamptz) is null then response_key end
            where id = :id
            """)
        .params(ExchangeRow.ofState(exchange))
        .update();
    evidence.save(exchange);
    if (exchange.state() instanceof Ended ended) {
      metrics.ended(
          exchange.terms().country(),
          ended.name().name(),
          Duration.between(exchange.createdAt(), ended.endedAt()));
    }
  }

  /** Open exchanges of a country that expired before a time, the oldest first. */
  public List<UUID> expiredBefore(Instant limit, CountryCode country, int most) {
    return jdbc.sql(
            """
            select id from exchange
            where ended_at is null and expires_at < :limit and country = :country
            order by expires_at limit :most
            """)
        .param("limit", limit.atOffset(ZoneOffset.UTC))
        .param("country", country.lower())
        .param("most", most)
        .query(UUID.class)
        .list();
  }

  /**
   * @return how many were forgotten
   */
  public int forgetEndedBefore(Instant limit) {
    return jdbc.sql("delete from exchange where ended_at < :limit")
        .param("limit", limit.atOffset(ZoneOffset.UTC))
        .update();
  }

  private Map<UUID, Exchange> load(String where, Map<String, ?> parameters) {
    List<ExchangeRow> rows =
        jdbc.sql("select * from exchange " + where)
            .params(parameters)
            .query((row, n) -> ExchangeRow.read(row))
            .list();
    Map<UUID, List<EvidenceRows.Row>> items =
        rows.isEmpty()
            ? Map.of()
            : evidence.of(rows.stream().map(ExchangeRow::id).toArray(UUID[]::new));
    Map<UUID, Exchange> exchanges = new LinkedHashMap<>();
    rows.forEach(
        row -> exchanges.put(row.id(), row.exchange(items.getOrDefault(row.id(), List.of()))));
    return exchanges;
  }

  /**
   * @param fingerprint of the request that started it
   */
  public record Started(UUID exchangeId, String fingerprint) {}
}
