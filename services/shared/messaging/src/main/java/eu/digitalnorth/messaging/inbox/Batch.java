package eu.digitalnorth.messaging.inbox;

import eu.digitalnorth.messaging.envelope.Message;
import eu.digitalnorth.messaging.envelope.MessageIdentity;
import eu.digitalnorth.messaging.envelope.RawRecord;
import eu.digitalnorth.messaging.envelope.RejectedRecordException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What was polled: messages by their identity, and records that are none by one of their own. A
 * message that is there twice is taken once.
 */
final class Batch<T> {
  private final Map<MessageIdentity, Message<T>> messages = new LinkedHashMap<>();
  private final Map<MessageIdentity, Rejected> rejected = new LinkedHashMap<>();

  void add(Message<T> message) {
    messages.putIfAbsent(message.identity(), message);
  }

  void reject(RawRecord raw, RejectedRecordException why) {
    rejected.put(DeadLetters.identityOf(raw), new Rejected(raw, why));
  }

  boolean hasMessages() {
    return !messages.isEmpty();
  }

  int size() {
    return messages.size();
  }

  Set<MessageIdentity> identities() {
    Set<MessageIdentity> all = new HashSet<>(messages.keySet());
    all.addAll(rejected.keySet());
    return all;
  }

  List<Message<T>> messagesAmong(Set<MessageIdentity> some) {
    return among(some, messages);
  }

  List<Rejected> rejectedAmong(Set<MessageIdentity> some) {
    return among(some, rejected);
  }

  /** Each message for itself. */
  List<Batch<T>> singles() {
    return messages.values().stream()
        .map(
            message -> {
              Batch<T> single = new Batch<>();
              single.add(message);
              return single;
            })
        .collect(Collectors.toList());
  }

  /** Without the messages. */
  Batch<T> rejectedOnly() {
    Batch<T> changed = new Batch<>();
    changed.rejected.putAll(rejected);
    return changed;
  }

  /** With the messages refused, too. */
  Batch<T> allRejected(RejectedRecordException why) {
    Batch<T> changed = rejectedOnly();
    messages.values().forEach(m -> changed.reject(m.raw(), why));
    return changed;
  }

  private static <V> List<V> among(Set<MessageIdentity> some, Map<MessageIdentity, V> all) {
    return all.entrySet().stream()
        .filter(e -> some.contains(e.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** A record and why it is no message. */
  record Rejected(RawRecord raw, RejectedRecordException why) {}
}
