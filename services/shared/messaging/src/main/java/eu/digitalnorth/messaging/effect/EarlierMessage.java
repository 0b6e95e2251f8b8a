package eu.digitalnorth.messaging.effect;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.envelope.Message;
import eu.digitalnorth.messaging.topic.Topic;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is left of a message after its transaction, for a decision that is made later: by a person
 * or by a timer.
 *
 * @param id its {@code ce_id}
 * @param cause its {@link Message#cause}; what is sent because of it is sent again if it is
 *     redelivered
 * @param exchangeId the exchange that it belongs to
 * @param topic what kind of topic it came on
 * @param sender whose message it was
 * @param traceParent its {@code traceparent}, if it had one
 */
public record EarlierMessage(
    UUID id,
    UUID cause,
    UUID exchangeId,
    Topic<?> topic,
    CountryCode sender,
    @Nullable String traceParent) {

  /**
   * Notes what will be needed of a message.
   *
   * @throws IllegalArgumentException if it belongs to no exchange
   */
  public static EarlierMessage of(Message<?> message, Topic<?> topic) {
    return new EarlierMessage(
        message.id(),
        message.cause(),
        message.envelope().exchangeId(),
        topic,
        message.envelope().source().country(),
        message.envelope().traceParent());
  }
}
