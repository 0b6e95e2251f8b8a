package eu.digitalnorth.messaging.inbox;

import eu.digitalnorth.messaging.effect.Effects;
import eu.digitalnorth.messaging.envelope.Message;
import eu.digitalnorth.messaging.envelope.RejectedRecordException;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * What a service does with messages. It is called in a database transaction (repeatable read,
 * unless the endpoint says otherwise) with messages that were never processed before; whatever it
 * writes and whatever it adds to the effects is committed together.
 *
 * <p>A business refusal is an answer, not an exception. A {@link RejectedRecordException} means
 * that the message itself is bad: then the messages are processed one by one, and the bad one goes
 * to the dead letters.
 */
@FunctionalInterface
public interface MessageHandler<T extends SpecificRecord> {
  void handle(List<Message<T>> messages, Effects effects) throws RejectedRecordException;
}
