package eu.digitalnorth.trust.signature;

import eu.digitalnorth.trust.crypto.CanonicalBase64;
import eu.digitalnorth.trust.crypto.Ed25519;
import eu.digitalnorth.trust.key.KeyId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A signature as the header {@value #HEADER} carries it: key id, colon, base64url signature, which
 * is 130 characters; and, if a batch was signed, a colon and the {@link InclusionProof}.
 *
 * @param value Ed25519, 64 bytes; not copied
 * @param proof where the message stands in the batch that was signed; null if it was signed alone
 */
@SuppressWarnings("ArrayRecordComponent") // between a header and a verification, never compared
public record MessageSignature(KeyId keyId, byte[] value, @Nullable InclusionProof proof) {
  public static final String HEADER = "signature";

  /** Base64url of 64 bytes, without padding. */
  private static final int VALUE_LENGTH = 86;

  private static final int LENGTH = KeyId.LENGTH + 1 + VALUE_LENGTH;

  public MessageSignature {
    if (value.length != Ed25519.SIGNATURE_BYTES) {
      throw new IllegalArgumentException("An Ed25519 signature has 64 bytes");
    }
  }

  /** Of a message that was signed alone. */
  public MessageSignature(KeyId keyId, byte[] value) {
    this(keyId, value, null);
  }

  /** Empty unless the text is exactly what {@link #toString} of a signature gives. */
  public static Optional<MessageSignature> parse(String header) {
    if (header.length() == LENGTH) {
      return parse(header, null);
    }
    if (header.length() < LENGTH || header.charAt(LENGTH) != ':') {
      return Optional.empty();
    }
    return InclusionProof.parse(header.substring(LENGTH + 1))
        .flatMap(proof -> parse(header.substring(0, LENGTH), proof));
  }

  private static Optional<MessageSignature> parse(
      String signature, @Nullable InclusionProof proof) {
    if (signature.charAt(KeyId.LENGTH) != ':') {
      return Optional.empty();
    }
    return CanonicalBase64.decode(signature.substring(KeyId.LENGTH + 1))
        .filter(value -> value.length == Ed25519.SIGNATURE_BYTES)
        .flatMap(
            value ->
                KeyId.parse(signature.substring(0, KeyId.LENGTH))
                    .map(keyId -> new MessageSignature(keyId, value, proof)));
  }

  @Override
  public String toString() {
    String signature = keyId.value() + ':' + CanonicalBase64.write(value);
    return proof == null ? signature : signature + ':' + proof;
  }
}
