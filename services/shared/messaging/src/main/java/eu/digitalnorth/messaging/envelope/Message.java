package eu.digitalnorth.messaging.envelope;

import java.util.UUID;

/**
 * A message that was read and whose sender is a participant.
 *
 * @param envelope what its headers say
 * @param body the decoded record
 * @param raw the record as it came
 */
public record Message<T>(Envelope envelope, T body, RawRecord raw) {

  public UUID id() {
    return envelope.id();
  }

  public MessageIdentity identity() {
    return new MessageIdentity(envelope.source().toString(), envelope.id());
  }

  /** What all that follows from this message derives its ids from. */
  public UUID cause() {
    return identity().cause();
  }
}
