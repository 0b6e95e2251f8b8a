package eu.digitalnorth.messaging.inbox;

import eu.digitalnorth.messaging.envelope.MessageIdentity;
import eu.digitalnorth.messaging.store.Outbox.Stored;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a transaction left.
 *
 * @param stored records to send
 * @param known messages that had been processed before
 */
record Committed(List<Stored> stored, Set<MessageIdentity> known) {
  static Committed nothing() {
    return new Committed(new ArrayList<>(), new HashSet<>());
  }

  void add(Committed other) {
    stored.addAll(other.stored);
    known.addAll(other.known);
  }
}
