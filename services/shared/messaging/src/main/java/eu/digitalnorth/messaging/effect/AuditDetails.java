package eu.digitalnorth.messaging.effect;

import eu.digitalnorth.schemas.wire.Authority;
import eu.digitalnorth.schemas.wire.EvidenceType;
import org.jspecify.annotations.Nullable;

/**
 * What an audit event says of a message beyond its envelope; nothing personal.
 *
 * @param authority the authority for which it is done: who used the data
 * @param subject pseudonym of the person or company, by the key of the ledger's own country
 * @param procedure OOTS procedure code
 * @param evidenceType if it is about an evidence
 */
public record AuditDetails(
    @Nullable Authority authority,
    @Nullable String subject,
    @Nullable String procedure,
    @Nullable EvidenceType evidenceType) {

  public static AuditDetails none() {
    return new AuditDetails(null, null, null, null);
  }

  public AuditDetails about(@Nullable String pseudonym) {
    return new AuditDetails(authority, pseudonym, procedure, evidenceType);
  }
}
