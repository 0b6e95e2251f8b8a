package eu.digitalnorth.messaging.inbox;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.messaging.codec.AvroCodec;
import eu.digitalnorth.messaging.envelope.CloudEventHeaders;
import eu.digitalnorth.messaging.envelope.Envelope;
import eu.digitalnorth.messaging.envelope.Message;
import eu.digitalnorth.messaging.envelope.RawRecord;
import eu.digitalnorth.messaging.envelope.RejectedRecordException;
import eu.digitalnorth.messaging.envelope.Rejection;
import eu.digitalnorth.messaging.topic.Access;
import eu.digitalnorth.messaging.topic.Topic;
import eu.digitalnorth.messaging.trust.SignatureGate;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * Turns a record into a message, or says why it is none. Nothing is decoded before its signature
 * has proved who sent it.
 */
public final class MessageReader {
  private static final String EXCHANGE_ID = "exchangeId";

  private final AvroCodec codec;
  private final CountryProfiles profiles;
  private final SignatureGate signatures;

  public MessageReader(AvroCodec codec, CountryProfiles profiles, SignatureGate signatures) {
    this.codec = codec;
    this.profiles = profiles;
    this.signatures = signatures;
  }

  /**
   * @param owner the country whose topic it is
   * @throws RejectedRecordException if it is no message, now and for ever
   * @throws eu.digitalnorth.messaging.codec.RegistryUnavailableException if that cannot be told now
   */
  public <T extends SpecificRecord> Message<T> read(
      Topic<T> topic, CountryCode owner, RawRecord raw) throws RejectedRecordException {
    Envelope envelope = authenticated(topic, owner, raw);
    T body = codec.decode(raw.topic(), raw.value(), topic.type(), envelope.dataSchema());
    checkExchange(body, envelope);
    return new Message<>(envelope, body, raw);
  }

  /**
   * Who sent a record, as its signature proves; the value is not looked at, and may be null.
   *
   * @param owner the country whose topic it is
   * @throws RejectedRecordException if it is from nobody who may write it
   */
  public Envelope authenticated(Topic<?> topic, CountryCode owner, RawRecord raw)
      throws RejectedRecordException {
    Envelope envelope = CloudEventHeaders.read(raw);
    checkSender(topic, owner, envelope);
    checkType(topic, envelope);
    checkKey(raw, envelope);
    signatures.check(topic.nameFor(owner), raw, envelope);
    return envelope;
  }

  private void checkSender(Topic<?> topic, CountryCode owner, Envelope envelope)
      throws RejectedRecordException {
    CountryCode country = envelope.source().country();
    if (profiles.find(country).isEmpty()) {
      throw new RejectedRecordException(
          Rejection.NOT_A_PARTICIPANT, "The sender's country does not take part");
    }
    if (topic.access() != Access.INBOX && !country.equals(owner)) {
      throw new RejectedRecordException(
          Rejection.NOT_A_PARTICIPANT, "Only the owner of the topic may write it");
    }
    if (topic.writers().stream().noneMatch(w -> w.id().equals(envelope.source().service()))) {
      throw new RejectedRecordException(
          Rejection.NOT_A_PARTICIPANT, "This kind of service may not write the topic");
    }
  }

  private static void checkType(Topic<?> topic, Envelope envelope) throws RejectedRecordException {
    if (!envelope.type().equals(topic.eventType())) {
      throw inconsistent("Header ce_type is not " + topic.eventType());
    }
  }

  private static void checkKey(RawRecord raw, Envelope envelope) throws RejectedRecordException {
    byte[] key = raw.key();
    if (key == null || !envelope.subject().equals(new String(key, StandardCharsets.UTF_8))) {
      throw inconsistent("The record key is not the ce_subject");
    }
  }

  private static void checkExchange(SpecificRecord body, Envelope envelope)
      throws RejectedRecordException {
    Schema.Field field = body.getSchema().getField(EXCHANGE_ID);
    if (field != null
        && body.get(field.pos()) instanceof UUID exchangeId
        && !exchangeId.toString().equals(envelope.subject())) {
      throw inconsistent("The exchange in the body is not the ce_subject");
    }
  }

  private static RejectedRecordException inconsistent(String explanation) {
    return new RejectedRecordException(Rejection.INCONSISTENT, explanation);
  }
}
