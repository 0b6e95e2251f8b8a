package eu.digitalnorth.portal.exchange;

import eu.digitalnorth.country.EvidenceTypeCode;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One requester's whole conversation: attestation, then evidence. It keeps nothing personal: the
 * login hint, the attestation and the evidence pass through.
 *
 * @param subject pseudonym of the citizen, by the key of the requester's country
 * @param company pseudonym of the company for which the citizen acts, if for one
 * @param expiresAt from when on those who were asked refuse
 */
public record Exchange(
    UUID id,
    Terms terms,
    String subject,
    @Nullable String company,
    Instant createdAt,
    Instant expiresAt,
    ExchangeState state) {

  public Exchange in(ExchangeState next) {
    return new Exchange(id, terms, subject, company, createdAt, expiresAt, next);
  }

  /** Why the portal does not go on with an attestation; empty if it does. */
  public Optional<Refusal> objectionTo(AttestationAnswer.Issued clear, Verdict verdict) {
    return AttestationRules.broken(this, clear, verdict);
  }

  /** Pseudonym of whom an evidence is about. */
  public String subjectOf(EvidenceTypeCode type) {
    return type.subject() == EvidenceTypeCode.Subject.COMPANY && company != null
        ? company
        : subject;
  }
}
