package eu.digitalnorth.local.wire;

import java.time.Instant;
import java.util.Locale;

/**
 * A record that has gone over the wire, as it is shown: without personal data.
 *
 * @param at when its producer sent it
 * @param from country and service, for example {@code NO portal}
 * @param to country and service
 * @param topic its full name
 * @param recordType name of the Avro record; empty if it is none
 * @param key of the record: an exchange, or the pseudonym of a subject
 * @param schemaId of the registry; -1 if the value does not start with one
 * @param summary one line for people
 */
public record Hop(
    Instant at,
    String from,
    String to,
    String topic,
    String recordType,
    String key,
    int schemaId,
    String summary) {
  private static final int SHORT_KEY = 8;

  /** An event for a ledger: there are many, and they are counted, not told one by one. */
  public boolean isAudit() {
    return topic.endsWith(".audit.event.v1");
  }

  /** The owner of the topic, in upper case. */
  public String owner() {
    return topic.substring(0, 2).toUpperCase(Locale.ROOT);
  }

  /** Enough of the key to tell one from another. */
  public String shortKey() {
    return key.substring(0, Math.min(SHORT_KEY, key.length()));
  }
}
