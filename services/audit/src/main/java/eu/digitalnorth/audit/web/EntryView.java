package eu.digitalnorth.audit.web;

import eu.digitalnorth.audit.ledger.EntryContent;
import eu.digitalnorth.audit.ledger.Hash;
import eu.digitalnorth.audit.ledger.LedgerEntry;
import eu.digitalnorth.audit.ledger.RequestingAuthority;
import eu.digitalnorth.audit.ledger.SeenPosition;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entry in JSON; hashes in lower-case hexadecimal. */
record EntryView(
    long entry,
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
    @Nullable String bodyDigest,
    String previousHash,
    String leafHash,
    String entryHash) {

  static EntryView of(LedgerEntry entry) {
    EntryContent content = entry.content();
    Hash digest = content.bodyDigest();
    return new EntryView(
        entry.number(),
        content.eventId(),
        content.recordedAt(),
        content.exchangeId(),
        content.action(),
        content.occurredAt(),
        content.service(),
        content.messageId(),
        content.messageType(),
        content.topic(),
        content.counterparty(),
        content.authority(),
        content.subject(),
        content.procedure(),
        content.evidenceType(),
        content.outcome(),
        content.decidedAt(),
        content.positions(),
        digest == null ? null : digest.toString(),
        entry.previous().toString(),
        entry.leaf().toString(),
        entry.hash().toString());
  }
}
