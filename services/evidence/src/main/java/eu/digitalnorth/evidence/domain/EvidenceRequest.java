package eu.digitalnorth.evidence.domain;

import eu.digitalnorth.country.AuthorityId;
import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.EvidenceTypeCode;
import eu.digitalnorth.country.ProcedureCode;
import eu.digitalnorth.trust.encryption.RecipientKey;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request for one evidence about an attested subject (OOTS Exchange Data Model 2.0). What could
 * not be read as what it should be is null; the rules refuse it.
 *
 * @param specification identifier of the data model
 * @param procedure null if it is no published code
 * @param type null if this build does not know it
 * @param requesterCountry who asks
 * @param requester the authority that asks; null if its id is none
 * @param attestationId the attestation that it says it presents
 * @param presented the attestation that it does present
 * @param responseKey what the evidence is encrypted to; null if the request has no such key
 */
public record EvidenceRequest(
    UUID exchangeId,
    String specification,
    Instant issuedAt,
    Instant expiresAt,
    @Nullable ProcedureCode procedure,
    @Nullable EvidenceTypeCode type,
    CountryCode requesterCountry,
    @Nullable AuthorityId requester,
    boolean explicitRequestGiven,
    @Nullable CountryCode attestingCountry,
    UUID attestationId,
    Presented presented,
    @Nullable RecipientKey responseKey) {

  /** Empty unless it is genuine. */
  public Optional<Attestation> attestation() {
    return switch (presented) {
      case Presented.Genuine(Attestation attestation) -> Optional.of(attestation);
      case Presented.Faulty faulty -> Optional.empty();
    };
  }
}
