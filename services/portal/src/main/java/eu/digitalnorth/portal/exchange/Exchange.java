package eu.digitalnorth.portal.exchange;

import eu.digitalnorth.country.EvidenceTypeCode;
import eu.digitalnorth.portal.exchange.ExchangeState.Ended;
import eu.digitalnorth.trust.encryption.DecryptionKeys;
import eu.digitalnorth.trust.encryption.ResponseKeyPair;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One requester's whole conversation: attestation, then evidence. It keeps nothing personal: the
 * login hint, the attestation and the evidence pass through. What was sent to it stays on topics
 * and in backups, and can be read only as long as its response key exists, that is until it ends.
 *
 * @param subject pseudonym of the citizen, by the key of the requester's country
 * @param company pseudonym of the company for which the citizen acts, if for one
 * @param expiresAt from when on those who were asked refuse
 * @param responseKey what answers are encrypted to; null once the exchange has ended, for good
 */
public record Exchange(
    UUID id,
    Terms terms,
    String subject,
    @Nullable String company,
    Instant createdAt,
    Instant expiresAt,
    @Nullable ResponseKeyPair responseKey,
    ExchangeState state) {

  public Exchange in(ExchangeState next) {
    ResponseKeyPair kept = next instanceof Ended ? null : responseKey;
    return new Exchange(id, terms, subject, company, createdAt, expiresAt, kept, next);
  }

  /** What opens answers; nothing does after the end. */
  public DecryptionKeys keys() {
    return responseKey == null ? id -> Optional.empty() : responseKey;
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
