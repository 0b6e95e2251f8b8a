package eu.digitalnorth.audit.web;

import eu.digitalnorth.audit.ledger.EntryContent;
import eu.digitalnorth.audit.ledger.LedgerEntry;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Messages by their ids, which are the same in the ledgers of sender and receiver.
 *
 * @param next parameter {@code after} of the next page; null if this is the last
 */
record MessageList(List<MessageView> messages, @Nullable Long next) {

  static MessageList of(List<LedgerEntry> found, int limit) {
    return new MessageList(
        found.stream().map(MessageView::of).toList(),
        found.size() < limit ? null : found.getLast().number());
  }

  /**
   * @param entry number in the ledger
   */
  record MessageView(
      long entry,
      @Nullable UUID messageId,
      String action,
      @Nullable String messageType,
      @Nullable UUID exchangeId,
      @Nullable String counterparty,
      Instant occurredAt) {

    static MessageView of(LedgerEntry entry) {
      EntryContent content = entry.content();
      return new MessageView(
          entry.number(),
          content.messageId(),
          content.action(),
          content.messageType(),
          content.exchangeId(),
          content.counterparty(),
          content.occurredAt());
    }
  }
}
