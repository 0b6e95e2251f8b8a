package eu.digitalnorth.portal.wire;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.envelope.Message;
import eu.digitalnorth.portal.exchange.TimelineEntry.Party;
import java.util.UUID;

/**
 * A message that answers a request.
 *
 * @param requestId {@code ce_id} of the request that it says it answers
 * @param content what it says, in the words of the domain
 */
record Answer<A>(Message<?> message, UUID requestId, A content) {

  UUID exchangeId() {
    return message.envelope().exchangeId();
  }

  CountryCode sender() {
    return message.envelope().source().country();
  }

  String topic() {
    return message.raw().topic();
  }

  Party from() {
    return new Party(sender(), message.envelope().source().service());
  }
}
