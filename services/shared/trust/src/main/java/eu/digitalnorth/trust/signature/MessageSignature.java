package eu.digitalnorth.trust.signature;

import com.nimbusds.jose.util.Base64URL;
import eu.digitalnorth.trust.crypto.CanonicalBase64;
import eu.digitalnorth.trust.crypto.Ed25519;
import eu.digitalnorth.trust.key.KeyId;
import java.util.Optional;

/**
 * A signature as the header {@value #HEADER} carries it: key id, colon, base64url signature, always
 * 130 characters.
 *
 * @param value Ed25519, 64 bytes; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // between a header and a verification, never compared
public record MessageSignature(KeyId keyId, byte[] value) {
  public static final String HEADER = "signature";

  /** Base64url of 64 bytes, without padding. */
  private static final int VALUE_LENGTH = 86;

  private static final int LENGTH = KeyId.LENGTH + 1 + VALUE_LENGTH;

  public MessageSignature {
    if (value.length != Ed25519.SIGNATURE_BYTES) {
      throw new IllegalArgumentException("An Ed25519 signature has 64 bytes");
    }
  }

  /** Empty unless the text is exactly what {@link #toString} of a signature gives. */
  public static Optional<MessageSignature> parse(String header) {
    if (header.length() != LENGTH || header.charAt(KeyId.LENGTH) != ':') {
      return Optional.empty();
    }
    return CanonicalBase64.decode(header.substring(KeyId.LENGTH + 1))
        .filter(value -> value.length == Ed25519.SIGNATURE_BYTES)
        .flatMap(
            value ->
                KeyId.parse(header.substring(0, KeyId.LENGTH))
                    .map(keyId -> new MessageSignature(keyId, value)));
  }

  @Override
  public String toString() {
    return keyId.value() + ':' + Base64URL.encode(value);
  }
}
