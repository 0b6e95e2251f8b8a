package eu.digitalnorth.portal.exchange;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.EvidenceTypeCode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in an exchange, as a viewer may see it; nothing personal.
 *
 * @param from who sent the message; null if there was none
 * @param to who received it; null if there was none
 * @param topic of the message
 * @param messageId its {@code ce_id}
 * @param outcome what it said: {@code ISSUED}, {@code PROVIDED}, a reason or code of a refusal; of
 *     an end, the state
 * @param tookMillis from the request to its answer; of an end, the whole exchange
 */
public record TimelineEntry(
    Instant at,
    Kind kind,
    @Nullable Party from,
    @Nullable Party to,
    @Nullable String topic,
    @Nullable UUID messageId,
    @Nullable EvidenceTypeCode evidenceType,
    @Nullable String outcome,
    @Nullable Long tookMillis) {

  /** What happened. */
  public enum Kind {
    ATTESTATION_REQUESTED,
    ATTESTATION_ANSWERED,
    EVIDENCE_REQUESTED,
    EVIDENCE_ANSWERED,
    ANSWERED_LATE,
    ENDED
  }

  /** One service of one country. */
  public record Party(CountryCode country, String service) {}
}
