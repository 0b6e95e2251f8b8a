package eu.digitalnorth.messaging.inbox;

import eu.digitalnorth.messaging.topic.Topic;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.transaction.annotation.Isolation;

/**
 * Declares, as a bean, that a service reads a topic of each country that it serves.
 *
 * @param topic an inbox or a national topic
 * @param handler what is done with its messages
 * @param isolation of the transaction in which the handler is called: repeatable read or read
 *     committed, which is the database's own
 * @param check is asked of each message before the handler sees it
 */
public record InboxEndpoint<T extends SpecificRecord>(
    Topic<T> topic, MessageHandler<T> handler, Isolation isolation, MessageCheck<T> check) {

  public InboxEndpoint {
    if (isolation != Isolation.REPEATABLE_READ && isolation != Isolation.READ_COMMITTED) {
      throw new IllegalArgumentException("No isolation for handlers: " + isolation);
    }
  }

  /** For handlers that decide: all that they read is of one moment. */
  public InboxEndpoint(Topic<T> topic, MessageHandler<T> handler) {
    this(topic, handler, (owner, message) -> {});
  }

  /** The same, with a check of each message alone. */
  public InboxEndpoint(Topic<T> topic, MessageHandler<T> handler, MessageCheck<T> check) {
    this(topic, handler, Isolation.REPEATABLE_READ, check);
  }

  /**
   * For handlers that wait for a row which others update, and must then see it as they left it:
   * repeatable read would fail them instead.
   */
  public static <T extends SpecificRecord> InboxEndpoint<T> readingCommitted(
      Topic<T> topic, MessageHandler<T> handler) {
    return new InboxEndpoint<>(topic, handler, Isolation.READ_COMMITTED, (owner, message) -> {});
  }
}
