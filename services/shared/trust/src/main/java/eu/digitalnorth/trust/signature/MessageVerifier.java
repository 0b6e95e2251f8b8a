package eu.digitalnorth.trust.signature;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.trust.crypto.Ed25519;
import eu.digitalnorth.trust.key.KeyLookup;
import eu.digitalnorth.trust.key.KeyPurpose;
import eu.digitalnorth.trust.key.KeyRing;
import eu.digitalnorth.trust.key.KeyUse;
import eu.digitalnorth.trust.key.TrustedKey;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells genuine messages from others. Safe for many threads. */
public final class MessageVerifier {
  private final KeyRing keys;
  private final VerifiedBatches verified = new VerifiedBatches();

  public MessageVerifier(KeyRing keys) {
    this.keys = keys;
  }

  /**
   * @param header value of the header {@link MessageSignature#HEADER}; null if there is none
   * @param country the country that {@code ce_source} names
   * @param service the service that {@code ce_source} names
   * @param time what {@code ce_time} says
   */
  public SignatureCheck check(
      SignedContent content,
      @Nullable String header,
      CountryCode country,
      String service,
      Instant time) {
    if (header == null) {
      return new SignatureCheck.Refused(SignatureRefusal.MISSING);
    }
    Optional<MessageSignature> signature = MessageSignature.parse(header);
    if (signature.isEmpty()) {
      return new SignatureCheck.Refused(SignatureRefusal.MALFORMED);
    }
    KeyUse use = new KeyUse(service, KeyPurpose.MESSAGE_SIGNATURE);
    return switch (keys.lookup(signature.get().keyId(), country, use, time)) {
      case KeyLookup.Trusted(TrustedKey key) -> check(content, signature.get(), key);
      case KeyLookup.Unknown() -> new SignatureCheck.UnknownKey(signature.get().keyId());
      case KeyLookup.Refused(var reason) -> new SignatureCheck.Refused(SignatureRefusal.of(reason));
    };
  }

  private SignatureCheck check(SignedContent content, MessageSignature signature, TrustedKey key) {
    InclusionProof proof = signature.proof();
    boolean genuine =
        proof == null
            ? verifies(content.canonicalForm(), signature, key)
            : proof
                .root(content.canonicalForm())
                .map(root -> SignedBatch.canonicalForm(proof.size(), root))
                .filter(batch -> batchVerifies(batch, signature, key))
                .isPresent();
    return genuine
        ? new SignatureCheck.Genuine(key)
        : new SignatureCheck.Refused(SignatureRefusal.DOES_NOT_MATCH);
  }

  /** Messages of a batch tend to come together: its signature is verified for the first of them. */
  private boolean batchVerifies(byte[] batch, MessageSignature signature, TrustedKey key) {
    if (verified.contains(key.id(), signature.value(), batch)) {
      return true;
    }
    boolean verifies = verifies(batch, signature, key);
    if (verifies) {
      verified.add(key.id(), signature.value(), batch);
    }
    return verifies;
  }

  private boolean verifies(byte[] signed, MessageSignature signature, TrustedKey key) {
    return Ed25519.verifies(signed, signature.value(), key.publicKey(), keys.provider());
  }
}
