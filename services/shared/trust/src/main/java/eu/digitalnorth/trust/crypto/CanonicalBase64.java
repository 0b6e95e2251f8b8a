package eu.digitalnorth.trust.crypto;

import com.nimbusds.jose.util.Base64URL;
import java.io.Serial;
import java.util.Base64;
import java.util.Optional;

/**
 * Base64url without padding (RFC 4648, section 5; RFC 7515, section 2), in the one spelling that
 * bytes have: no other alphabet, no white space, no stray bits at the end. So nobody can change
 * what is signed without changing what it says.
 *
 * <p>It is decoded once, by the JDK's codec: the JOSE library's own, which takes the same time for
 * all bytes so that it can decode secrets, is many times slower.
 */
public final class CanonicalBase64 extends Base64URL {
  @Serial private static final long serialVersionUID = 1;

  private static final Base64.Decoder DECODER = Base64.getUrlDecoder();
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private final byte[] bytes;

  private CanonicalBase64(String text, byte[] bytes) {
    super(text);
    this.bytes = bytes;
  }

  /** Empty unless the text is what some bytes are written as. */
  public static Optional<CanonicalBase64> parse(String text) {
    return decode(text).map(bytes -> new CanonicalBase64(text, bytes));
  }

  /** The same, and empty for no bytes, too. */
  public static Optional<CanonicalBase64> parseSome(String text) {
    return text.isEmpty() ? Optional.empty() : parse(text);
  }

  /** Only the bytes. */
  public static Optional<byte[]> decode(String text) {
    try {
      byte[] bytes = DECODER.decode(text);
      return ENCODER.encodeToString(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
    } catch (IllegalArgumentException e) { // thrown for what is no base64url at all
      return Optional.empty();
    }
  }

  /** What is no secret. */
  public static String write(byte[] bytes) {
    return ENCODER.encodeToString(bytes);
  }

  @Override
  public byte[] decode() {
    return bytes.clone();
  }

  /** As the text. */
  @Override
  public boolean equals(Object other) {
    return super.equals(other);
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }
}
