package eu.digitalnorth.trust.encryption;

import eu.digitalnorth.trust.crypto.Sha256;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;

/**
 * The plaintext of a JWE: 32 bytes of salt, then the content. Without the salt, a digest of what
 * has few possible values, such as a birth date, would tell them.
 */
@SuppressWarnings("ArrayRecordComponent") // between content and ciphertext, never compared
record SaltedContent(byte[] bytes) {
  private static final int SALT_BYTES = 32;

  static SaltedContent of(byte[] content, SecureRandom random) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    byte[] bytes = Arrays.copyOf(salt, SALT_BYTES + content.length);
    System.arraycopy(content, 0, bytes, SALT_BYTES, content.length);
    return new SaltedContent(bytes);
  }

  /** Empty if there is not even a salt. */
  static Optional<SaltedContent> read(byte[] plaintext) {
    return plaintext.length < SALT_BYTES
        ? Optional.empty()
        : Optional.of(new SaltedContent(plaintext));
  }

  byte[] content() {
    return Arrays.copyOfRange(bytes, SALT_BYTES, bytes.length);
  }

  byte[] digest() {
    return Sha256.of(bytes);
  }

  /** Personal data stays out of logs. */
  @Override
  public String toString() {
    return "SaltedContent[" + bytes.length + " bytes]";
  }
}
