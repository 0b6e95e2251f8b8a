package eu.digitalnorth.trust;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Computes the pseudonyms under which one country's services know people and companies.
 *
 * <p>A pseudonym is HMAC-SHA-256 over {@code scheme:identifier}, as 64 lower-case hexadecimal
 * digits, with a key that only that country's services hold: nobody else can compute it, or tell
 * that two countries speak of the same person.
 */
public final class Pseudonyms {
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;
  private final ThreadLocal<Mac> mac = ThreadLocal.withInitial(this::newMac);

  /**
   * @param key at least 32 bytes
   */
  public Pseudonyms(byte[] key) {
    if (key.length < 32) {
      throw new IllegalArgumentException("A pseudonym key has at least 32 bytes");
    }
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /**
   * @param scheme the identifier scheme, for example {@code ee-isikukood}
   * @param identifier the identifier in its normalised form
   */
  public String of(String scheme, String identifier) {
    byte[] text = (scheme + ':' + identifier).getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(mac.get().doFinal(text));
  }

  private Mac newMac() {
    try {
      Mac hmac = Mac.getInstance(ALGORITHM);
      hmac.init(key);
      return hmac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
    }
  }
}
