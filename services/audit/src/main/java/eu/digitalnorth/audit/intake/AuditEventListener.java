package eu.digitalnorth.audit.intake;

import eu.digitalnorth.audit.ledger.EntryContent;
import eu.digitalnorth.audit.store.Ledgers;
import eu.digitalnorth.messaging.effect.Effects;
import eu.digitalnorth.messaging.envelope.Message;
import eu.digitalnorth.messaging.envelope.RejectedRecordException;
import eu.digitalnorth.messaging.inbox.MessageHandler;
import eu.digitalnorth.schemas.audit.AuditEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * Appends a country's audit events to its ledger. Their receipt is not audited in turn, which would
 * have no end: being in the ledger is the proof of it.
 */
public final class AuditEventListener implements MessageHandler<AuditEvent> {
  private final Ledgers ledgers;

  public AuditEventListener(Ledgers ledgers) {
    this.ledgers = ledgers;
  }

  @Override
  public void handle(List<Message<AuditEvent>> messages, Effects effects)
      throws RejectedRecordException {
    List<EntryContent> contents = new ArrayList<>(messages.size());
    for (Message<AuditEvent> message : messages) {
      contents.add(AuditEventMapper.content(message, effects.country(), effects.now()));
    }
    ledgers.append(effects.country(), contents);
  }
}
