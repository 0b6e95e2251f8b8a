package eu.digitalnorth.audit.ledger;

import eu.digitalnorth.country.CountryCode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an entry says; all of it is hashed. Codes are texts, so that a ledger keeps also what a
 * newer service wrote.
 *
 * @param country whose ledger it is in
 * @param eventId {@code ce_id} of the audit event
 * @param recordedAt when it was appended
 * @param action SENT, RECEIVED, DECIDED, LATE or REJECTED
 * @param occurredAt when the service did it
 * @param messageType {@code ce_type}
 * @param counterparty the other country in upper case; null if it is unknown or the same
 * @param subject pseudonym by the key of this country
 * @param positions what a decision had seen
 * @param bodyDigest of the message's Avro body, without the schema id before it
 */
public record EntryContent(
    CountryCode country,
    UUID eventId,
    Instant recordedAt,
    @Nullable UUID exchangeId,
    String action,
    Instant occurredAt,
    String service,
    @Nullable UUID messageId,
    @Nullable String messageType,
    String topic,
    @Nullable String counterparty,
    @Nullable RequestingAuthority authority,
    @Nullable String subject,
    @Nullable String procedure,
    @Nullable String evidenceType,
    @Nullable String outcome,
    @Nullable Instant decidedAt,
    List<SeenPosition> positions,
    @Nullable Hash bodyDigest) {

  public EntryContent {
    positions = List.copyOf(positions);
  }
}
