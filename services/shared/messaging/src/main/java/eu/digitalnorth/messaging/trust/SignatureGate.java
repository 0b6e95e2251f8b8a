package eu.digitalnorth.messaging.trust;

import eu.digitalnorth.messaging.codec.AvroCodec;
import eu.digitalnorth.messaging.envelope.Envelope;
import eu.digitalnorth.messaging.envelope.RawRecord;
import eu.digitalnorth.messaging.envelope.RejectedRecordException;
import eu.digitalnorth.messaging.envelope.Rejection;
import eu.digitalnorth.trust.signature.MessageSignature;
import eu.digitalnorth.trust.signature.MessageVerifier;
import eu.digitalnorth.trust.signature.SignatureCheck;
import eu.digitalnorth.trust.signature.SignatureRefusal;
import eu.digitalnorth.trust.signature.SignedContent;

/** Lets a record pass that is signed by whom it says it is from, before its bytes are decoded. */
public final class SignatureGate {
  private final TrustedKeys keys;
  private final MessageVerifier verifier;

  public SignatureGate(TrustedKeys keys) {
    this.keys = keys;
    this.verifier = new MessageVerifier(keys.ring());
  }

  /**
   * Waits a little for a key that is unknown: it may be on its way.
   *
   * @param topic logical name of the record's topic
   * @param envelope the record's, read from its headers
   * @throws RejectedRecordException if the signature is missing or wrong, or the key is none that
   *     the sender may sign this with
   */
  public void check(String topic, RawRecord raw, Envelope envelope) throws RejectedRecordException {
    byte[] value = raw.value();
    if (value != null && value.length < AvroCodec.PREFIX_BYTES) {
      throw new RejectedRecordException(
          Rejection.UNREADABLE, "The value does not start with a schema id");
    }
    SignedContent content = SignedRecords.content(topic, raw.key(), raw.headers(), value);
    SignatureCheck check = check(content, raw, envelope);
    if (check instanceof SignatureCheck.UnknownKey(var keyId) && keys.await(keyId)) {
      check = check(content, raw, envelope);
    }
    switch (check) {
      case SignatureCheck.Genuine genuine -> {}
      case SignatureCheck.UnknownKey(var keyId) ->
          throw new RejectedRecordException(
              Rejection.UNTRUSTED_KEY, "No trust anchor vouches for the key " + keyId);
      case SignatureCheck.Refused(var reason) -> throw refusal(reason);
    }
  }

  private SignatureCheck check(SignedContent content, RawRecord raw, Envelope envelope) {
    return verifier.check(
        content,
        raw.header(MessageSignature.HEADER).orElse(null),
        envelope.source().country(),
        envelope.source().service(),
        envelope.time());
  }

  private static RejectedRecordException refusal(SignatureRefusal reason) {
    return switch (reason) {
      case MISSING -> because(Rejection.BAD_SIGNATURE, "The record is not signed");
      case MALFORMED -> because(Rejection.BAD_SIGNATURE, "Header signature cannot be read");
      case DOES_NOT_MATCH ->
          because(Rejection.BAD_SIGNATURE, "The signature is not that of this record");
      case KEY_OF_ANOTHER_COUNTRY, KEY_OF_ANOTHER_SERVICE, KEY_FOR_ANOTHER_PURPOSE ->
          because(Rejection.UNTRUSTED_KEY, "The sender may not sign with this key: " + reason);
      case KEY_REVOKED -> because(Rejection.UNTRUSTED_KEY, "The sender's key is revoked");
      case KEY_OUTSIDE_VALIDITY ->
          because(Rejection.UNTRUSTED_KEY, "The sender's key was not valid at ce_time");
    };
  }

  private static RejectedRecordException because(Rejection reason, String explanation) {
    return new RejectedRecordException(reason, explanation);
  }
}
