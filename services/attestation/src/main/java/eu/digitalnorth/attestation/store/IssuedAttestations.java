package eu.digitalnorth.attestation.store;

import eu.digitalnorth.attestation.authentication.IssuedAttestation;
import eu.digitalnorth.country.CountryCode;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Attestations that were issued, and whether they were revoked. */
@Repository
public class IssuedAttestations {
  private static final int BATCH = 500;
  private static final String INSERT =
      """
      insert into attestation (
        country, attestation_id, exchange_id, subject, issued_at, valid_until)
      values (?, ?, ?, ?, ?, ?)
      """;

  private final JdbcTemplate template;
  private final JdbcClient jdbc;

  IssuedAttestations(JdbcTemplate template, JdbcClient jdbc) {
    this.template = template;
    this.jdbc = jdbc;
  }

  public void add(List<IssuedAttestation> attestations) {
    template.batchUpdate(INSERT, attestations, BATCH, IssuedAttestations::bind);
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

  /** Those that are revoked and would otherwise be valid at a time, in a fixed order. */
  public List<IssuedAttestation> lockRevoked(CountryCode country, Instant at) {
    return jdbc.sql(
            """
            select * from attestation
            where country = :country and revoked_at is not null and valid_until > :at
            order by attestation_id for update
            """)
        .param("country", country.lower())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .query(IssuedAttestations::read)
        .list();
  }

  public void revoke(CountryCode country, UUID id, Instant revokedAt) {
    jdbc.sql(
            """
            update attestation set revoked_at = :revokedAt
            where country = :country and attestation_id = :id
            """)
        .param("revokedAt", revokedAt.atOffset(ZoneOffset.UTC))
        .param("country", country.lower())
        .param("id", id)
        .update();
  }

  public int forgetInvalidBefore(Instant limit) {
    return jdbc.sql("delete from attestation where valid_until < :limit")
        .param("limit", limit.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static void bind(PreparedStatement insert, IssuedAttestation attestation)
      throws SQLException {
    insert.setString(1, attestation.country().lower());
    insert.setObject(2, attestation.id());
    insert.setObject(3, attestation.exchangeId());
    insert.setString(4, attestation.subject());
    insert.setObject(5, attestation.issuedAt().atOffset(ZoneOffset.UTC));
    insert.setObject(6, attestation.validUntil().atOffset(ZoneOffset.UTC));
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
        revokedAt == null ? null : revokedAt.toInstant());
  }
}
