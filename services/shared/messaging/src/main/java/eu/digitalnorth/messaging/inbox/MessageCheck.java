package eu.digitalnorth.messaging.inbox;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.envelope.Message;
import eu.digitalnorth.messaging.envelope.RejectedRecordException;
import org.apache.avro.specific.SpecificRecord;

/**
 * Whether headers, body and topic of a message agree, as far as a service knows better than the
 * library. Called before the transaction and for each message alone, so that a bad one costs the
 * others nothing.
 */
@FunctionalInterface
public interface MessageCheck<T extends SpecificRecord> {
  /**
   * @param owner the country whose topic it is
   * @throws RejectedRecordException if the message belongs to the dead letters
   */
  void check(CountryCode owner, Message<T> message) throws RejectedRecordException;
}
