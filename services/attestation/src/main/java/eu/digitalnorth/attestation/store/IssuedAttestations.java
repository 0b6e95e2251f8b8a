package eu.digitalnorth.attestation.store;

import eu.digitalnorth.attestation.authentication.IssuedAttestation;
import eu.digitalnorth.attestation.authentication.NewAttestation;
import eu.digitalnorth.attestation.authentication.StatusPlace;
import eu.digitalnorth.country.CountryCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Attestations that were issued, and whether they were revoked. */
@Repository
public class IssuedAttestations {
  /**
   * Gives each its place in the statement that stores it: places come from a sequence, so that
   * nobody waits for another. Times as text, since the driver has no arrays of them.
   */
  private static final String INSERT =
      """
      insert into attestation (
        country, attestation_id, exchange_id, subject, issued_at, valid_until, place)
      select country, id, exchange_id, subject, issued_at::timestamptz, valid_until::timestamptz,
        nextval('attestation_place')
      from unnest(:countries, :ids, :exchangeIds, :subjects, :issuedAt, :validUntil)
        as row (country, id, exchange_id, subject, issued_at, valid_until)
      returning attestation_id, place
      """;

  private final JdbcClient jdbc;

  IssuedAttestations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @return where the status of each stands, by its id
   */
  public Map<UUID, StatusPlace> add(List<NewAttestation> attestations) {
    Map<UUID, StatusPlace> places = new HashMap<>();
    jdbc.sql(INSERT)
        .param(
            "countries", strings(attestations, one -> one.attestation().issuingCountry().lower()))
        .param("ids", ids(attestations, one -> one.attestation().id()))
        .param("exchangeIds", ids(attestations, one -> one.attestation().exchangeId()))
        .param("subjects", strings(attestations, NewAttestation::subject))
        .param("issuedAt", strings(attestations, one -> one.attestation().issuedAt().toString()))
        .param(
            "validUntil", strings(attestations, one -> one.attestation().validUntil().toString()))
        .query(
            row -> {
              places.put(row.getObject(1, UUID.class), new StatusPlace(row.getLong(2)));
            });
    return places;
  }

  /** Nobody else can revoke it until the transaction ends. */
  public Optional<IssuedAttestation> lock(CountryCode country, UUID id) {
    return jdbc.sql(
            """
            select * from attestation where country = :country and attestation_id = :id for update
            """)
        .param("country", country.lower())
        .param("id", id)
        .query(IssuedAttestations::read)
        .optional();
  }

  public void revoke(CountryCode country, UUID id, Instant revokedAt) {
    jdbc.sql(
            """
            update attestation set revoked_at = :revokedAt
            where country = :country and attestation_id = :id
            """)
        .param("revokedAt", utc(revokedAt))
        .param("country", country.lower())
        .param("id", id)
        .update();
  }

  /**
   * Countries that have attestations which are accepted, but should not be: their holders are dead.
   *
   * @param notedAfter deaths that were noted earlier have had their effect
   */
  public List<CountryCode> countriesOfTheDead(
      Collection<CountryCode> served, Instant now, Instant notedAfter) {
    return jdbc.sql(
            """
            select distinct a.country from deceased_holder d
              join attestation a on a.country = d.country and a.subject = d.subject
            where d.country = any(:served) and d.noted_at > :notedAfter
              and a.revoked_at is null and a.valid_until > :now
            """)
        .param("served", StatusLists.codes(served))
        .param("notedAfter", utc(notedAfter))
        .param("now", utc(now))
        .query((row, number) -> CountryCode.of(row.getString(1)))
        .list();
  }

  /**
   * Revokes those of the dead.
   *
   * @return what was revoked now
   */
  public List<IssuedAttestation> revokeOfTheDead(CountryCode country, Instant now) {
    return jdbc.sql(
            """
            update attestation a set revoked_at = :now from deceased_holder d
            where a.country = :country and a.country = d.country and a.subject = d.subject
              and a.revoked_at is null and a.valid_until > :now
            returning a.*
            """)
        .param("country", country.lower())
        .param("now", utc(now))
        .query(IssuedAttestations::read)
        .list();
  }

  public int forgetInvalidBefore(Instant limit) {
    return jdbc.sql("delete from attestation where valid_until < :limit")
        .param("limit", utc(limit))
        .update();
  }

  private static String[] strings(
      List<NewAttestation> attestations, Function<NewAttestation, String> field) {
    return attestations.stream().map(field).toArray(String[]::new);
  }

  private static UUID[] ids(
      List<NewAttestation> attestations, Function<NewAttestation, UUID> field) {
    return attestations.stream().map(field).toArray(UUID[]::new);
  }

  private static IssuedAttestation read(ResultSet row, int number) throws SQLException {
    OffsetDateTime revokedAt = row.getObject("revoked_at", OffsetDateTime.class);
    return new IssuedAttestation(
        CountryCode.of(row.getString("country")),
        row.getObject("attestation_id", UUID.class),
        row.getObject("exchange_id", UUID.class),
        row.getString("subject"),
        row.getObject("issued_at", OffsetDateTime.class).toInstant(),
        row.getObject("valid_until", OffsetDateTime.class).toInstant(),
        new StatusPlace(row.getLong("place")),
        revokedAt == null ? null : revokedAt.toInstant());
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
