package eu.digitalnorth.trust.crypto;

import java.util.Base64;
import java.util.Optional;

/**
 * Base64url without padding (RFC 4648, section 5; RFC 7515, section 2), in the one spelling that
 * bytes have: no other alphabet, no white space, no stray bits at the end. So nobody can change
 * what is signed without changing what it says.
 */
public final class CanonicalBase64 {
  private static final Base64.Decoder DECODER = Base64.getUrlDecoder();
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private CanonicalBase64() {}

  /** Empty unless the text is what these bytes are written as. */
  public static Optional<byte[]> decode(String text) {
    try {
      byte[] bytes = DECODER.decode(text);
      return ENCODER.encodeToString(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
    } catch (IllegalArgumentException e) { // thrown for what is no base64url at all
      return Optional.empty();
    }
  }
}
