package eu.digitalnorth.messaging.envelope;

import java.util.UUID;

/**
 * By what a message is known again. Source and id are unique together only (CloudEvents 1.0, clause
 * "id"): a sender vouches for its own ids, and another's message with a copied id is another
 * message.
 *
 * @param source {@code ce_source}
 * @param id {@code ce_id}
 */
public record MessageIdentity(String source, UUID id) {

  /** One id for both, from which the ids of all that follows from the message derive. */
  public UUID cause() {
    return NameBasedIds.derive(id, source);
  }
}
