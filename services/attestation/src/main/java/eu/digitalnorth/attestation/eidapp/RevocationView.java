package eu.digitalnorth.attestation.eidapp;

import eu.digitalnorth.attestation.authentication.IssuedAttestation;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A revoked attestation.
 *
 * @param status as in the OAuth Token Status List
 */
record RevocationView(
    UUID attestationId, String status, @Nullable Instant revokedAt, Instant validUntil) {

  static RevocationView of(IssuedAttestation attestation) {
    return new RevocationView(
        attestation.id(),
        attestation.isRevoked() ? "INVALID" : "VALID",
        attestation.revokedAt(),
        attestation.validUntil());
  }
}
