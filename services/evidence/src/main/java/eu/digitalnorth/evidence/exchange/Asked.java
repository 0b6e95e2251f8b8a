package eu.digitalnorth.evidence.exchange;

import eu.digitalnorth.evidence.domain.EvidenceRequest;
import eu.digitalnorth.messaging.envelope.Message;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request of a batch.
 *
 * @param message as it came
 * @param request as it was read
 * @param about whom it is about; null if it does not tell
 */
record Asked(
    Message<eu.digitalnorth.schemas.evidence.EvidenceRequest> message,
    EvidenceRequest request,
    @Nullable RegisterKey about) {

  /** Its own, also if another's request in the batch has the same {@code ce_id}. */
  UUID cause() {
    return message.cause();
  }
}
