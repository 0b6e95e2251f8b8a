package eu.digitalnorth.portal.wire;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.envelope.Message;
import eu.digitalnorth.messaging.envelope.RejectedRecordException;
import eu.digitalnorth.portal.exchange.TimelineEntry.Party;
import eu.digitalnorth.trust.encryption.DecryptionKeys;
import java.util.UUID;

/**
 * A message that answers a request.
 *
 * @param requestId {@code ce_id} of the request that it says it answers
 * @param content what it says, in the words of the domain, once its personal part is opened
 */
record Answer<A>(Message<?> message, UUID requestId, Sealed<A> content) {

  /** Opens with the keys of the exchange only. */
  @FunctionalInterface
  interface Sealed<A> {
    /**
     * @throws RejectedRecordException if it does not open, or contradicts what is said in clear
     */
    A open(DecryptionKeys keys) throws RejectedRecordException;
  }

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
