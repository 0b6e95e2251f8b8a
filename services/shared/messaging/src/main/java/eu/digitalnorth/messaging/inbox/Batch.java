package eu.digitalnorth.messaging.inbox;

import eu.digitalnorth.messaging.envelope.Message;
import eu.digitalnorth.messaging.envelope.RawRecord;
import eu.digitalnorth.messaging.envelope.RejectedRecordException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What was polled: messages by their id, and records that are none by an id of their own. A message
 * that is there twice is taken once.
 */
final class Batch<T> {
  private final Map<UUID, Message<T>> messages = new LinkedHashMap<>();
  private final Map<UUID, Rejected> rejected = new LinkedHashMap<>();

  void add(Message<T> message) {
    messages.putIfAbsent(message.id(), message);
  }

  void reject(RawRecord raw, RejectedRecordException why) {
    rejected.put(DeadLetters.idOf(raw), new Rejected(raw, why));
  }

  boolean hasMessages() {
    return !messages.isEmpty();
  }

  int size() {
    return messages.size();
  }

  Set<UUID> ids() {
    Set<UUID> ids = new HashSet<>(messages.keySet());
    ids.addAll(rejected.keySet());
    return ids;
  }

  List<Message<T>> messagesAmong(Set<UUID> ids) {
    return messages.values().stream().filter(m -> ids.contains(m.id())).toList();
  }

  List<Rejected> rejectedAmong(Set<UUID> ids) {
    return rejected.entrySet().stream()
        .filter(e -> ids.contains(e.getKey()))
        .map(Map.Entry::getValue)
        .toList();
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

  /** A record and why it is no message. */
  record Rejected(RawRecord raw, RejectedRecordException why) {}
}
