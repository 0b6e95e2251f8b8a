package eu.digitalnorth.trust.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import eu.digitalnorth.trust.crypto.CanonicalBase64;
import eu.digitalnorth.trust.crypto.Sha256;
import java.util.Optional;

/**
 * Names a public key by itself: the SHA-256 thumbprint of its JWK (RFC 7638), base64url. Whoever
 * has the key can compute the name, and nobody can give one key the name of another.
 *
 * @param value 43 characters
 */
public record KeyId(String value) {
  public static final int LENGTH = 43;

  public KeyId {
    if (!isThumbprint(value)) {
      throw new IllegalArgumentException("A key id is the base64url SHA-256 thumbprint of a key");
    }
  }

  public static KeyId of(JWK key) {
    try {
      return new KeyId(key.computeThumbprint().toString());
    } catch (JOSEException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /**
   * @param publicJwk a key as {@link PublicJwk} writes it, which is what RFC 7638 hashes
   */
  public static KeyId of(byte[] publicJwk) {
    return new KeyId(CanonicalBase64.write(Sha256.of(publicJwk)));
  }

  public static Optional<KeyId> parse(String text) {
    return isThumbprint(text) ? Optional.of(new KeyId(text)) : Optional.empty();
  }

  /** Only one spelling counts: no padding, no other alphabet, no stray bits at the end. */
  private static boolean isThumbprint(String text) {
    return text.length() == LENGTH
        && CanonicalBase64.decode(text).filter(bytes -> bytes.length == Sha256.BYTES).isPresent();
  }

  @Override
  public String toString() {
    return value;
  }
}
