package eu.digitalnorth.messaging.inbox;

import eu.digitalnorth.messaging.envelope.RejectedRecordException;

/** Rolls the transaction back: a message of it cannot be processed, now and for ever. */
final class HandlerFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final RejectedRecordException reason;

  HandlerFailedException(RejectedRecordException reason) {
    super(reason);
    this.reason = reason;
  }

  RejectedRecordException reason() {
    return reason;
  }
}
