package eu.digitalnorth.attestation.authentication;

import eu.digitalnorth.country.CountryCode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of an attestation so that it can be revoked.
 *
 * @param subject pseudonym of the person
 * @param place where its status stands
 * @param revokedAt null as long as it is not
 */
public record IssuedAttestation(
    CountryCode country,
    UUID id,
    UUID exchangeId,
    String subject,
    Instant issuedAt,
    Instant validUntil,
    StatusPlace place,
    @Nullable Instant revokedAt) {

  public boolean isRevoked() {
    return revokedAt != null;
  }

  public IssuedAttestation revoke(Instant now) {
    return new IssuedAttestation(
        country, id, exchangeId, subject, issuedAt, validUntil, place, now);
  }
}
