package eu.digitalnorth.evidence.exchange;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.state.StateRecord;
import eu.digitalnorth.schemas.eid.AttestationStatus;
import eu.digitalnorth.schemas.eid.Status;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * What the attesting countries say of their attestations, of each the latest word. An attestation
 * that nothing was said of is accepted; only its issuer can withdraw it.
 */
class AttestationStatuses {
  /** Times as text, since the driver has no arrays of them. */
  private static final String UPSERT =
      """
      insert into attestation_status
        (country, issuer, attestation_id, accepted, changed_at, valid_until)
      select :country, issuer, id, accepted, changed_at::timestamptz, valid_until::timestamptz
      from unnest(:issuers, :ids, :accepted, :changedAt, :validUntil)
        as row (issuer, id, accepted, changed_at, valid_until)
      on conflict (country, attestation_id, issuer) do update
      set accepted = excluded.accepted, changed_at = excluded.changed_at,
          valid_until = excluded.valid_until
      where attestation_status.changed_at <= excluded.changed_at
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  AttestationStatuses(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Those of these attestations that their issuers withdrew; one query for a whole batch. */
  Set<Issued> withdrawn(CountryCode reader, Collection<UUID> attestations) {
    return new HashSet<>(
        jdbc.sql(
                """
                select issuer, attestation_id from attestation_status
                where country = :country and attestation_id = any(:ids) and not accepted
                """)
            .param("country", reader.lower())
            .param("ids", attestations.toArray(UUID[]::new))
            .query((row, number) -> new Issued(row.getString(1), row.getObject(2, UUID.class)))
            .list());
  }

  void keep(CountryCode reader, List<StateRecord<AttestationStatus>> records) {
    Map<Issued, AttestationStatus> latest = new LinkedHashMap<>();
    for (StateRecord<AttestationStatus> record : records) {
      AttestationStatus status = record.value();
      if (status != null && record.key().equals(status.getAttestationId().toString())) {
        latest.merge(
            new Issued(record.owner().lower(), status.getAttestationId()), status, this::later);
      }
    }
    if (!latest.isEmpty()) {
      upsert(reader, latest);
    }
  }

  /** A status says nothing any more when its attestation has run out. */
  @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT1H")
  void forgetThoseThatRanOut() {
    jdbc.sql("delete from attestation_status where valid_until < :limit")
        .param("limit", OffsetDateTime.now(clock).minusDays(1))
        .update();
  }

  private AttestationStatus later(AttestationStatus one, AttestationStatus next) {
    return next.getChangedAt().isBefore(one.getChangedAt()) ? one : next;
  }

  private void upsert(CountryCode reader, Map<Issued, AttestationStatus> statuses) {
    jdbc.sql(UPSERT)
        .param("country", reader.lower())
        .param("issuers", statuses.keySet().stream().map(Issued::issuer).toArray(String[]::new))
        .param("ids", statuses.keySet().stream().map(Issued::attestationId).toArray(UUID[]::new))
        .param(
            "accepted",
            statuses.values().stream()
                .map(s -> s.getStatus() == Status.VALID)
                .toArray(Boolean[]::new))
        .param("changedAt", times(statuses, AttestationStatus::getChangedAt))
        .param("validUntil", times(statuses, AttestationStatus::getValidUntil))
        .update();
  }

  private static String[] times(
      Map<Issued, AttestationStatus> statuses, Function<AttestationStatus, Instant> time) {
    return statuses.values().stream()
        .map(status -> time.apply(status).toString())
        .toArray(String[]::new);
  }

  /**
   * An attestation of a country.
   *
   * @param issuer country code, lower case
   */
  record Issued(String issuer, UUID attestationId) {}
}
