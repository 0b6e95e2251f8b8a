package eu.digitalnorth.replay.redact;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA-256 in the form of what it stands for. The same text has the same pseudonym wherever it
 * stands, so that what belonged together still does; without the key, nobody finds the text.
 */
final class Pseudonym {
  private static final String ALGORITHM = "HmacSHA256";
  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  /** 128 bits: nobody has the same by chance. */
  private static final int BYTES = 16;

  private static final int DAYS_OF_A_CENTURY = 36_525;
  private static final int MILLIS_BITS = 40; // until 2004

  private final SecretKeySpec key;

  Pseudonym(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /** A UUID for a UUID (version 8, RFC 9562), 22 letters for anything else. */
  String of(String text) {
    byte[] mac = mac(text.getBytes(StandardCharsets.UTF_8));
    if (!UUID_FORM.matcher(text).matches()) {
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(mac, BYTES));
    }
    ByteBuffer bits = ByteBuffer.wrap(mac);
    return new UUID(
            bits.getLong() & 0xffff_ffff_ffff_0fffL | 0x8000L,
            bits.getLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L)
        .toString();
  }

  /** As text if the bytes are a text's, so that a key and a field still are the same. */
  byte[] of(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes)
        ? of(text).getBytes(StandardCharsets.UTF_8)
        : mac(bytes);
  }

  /** Of that length, for what has a fixed one. */
  byte[] of(byte[] bytes, int length) {
    byte[] pseudonym = new byte[length];
    byte[] mac = mac(bytes);
    for (int i = 0; i < length; i++) {
      pseudonym[i] = mac[i % mac.length];
    }
    return pseudonym;
  }

  /** As a date it is one of the century since 1970. */
  int of(int number) {
    return Math.floorMod(
        ByteBuffer.wrap(mac(Integer.toString(number))).getInt(), DAYS_OF_A_CENTURY);
  }

  /** As milliseconds it is a time since 1970. */
  long of(long number) {
    return ByteBuffer.wrap(mac(Long.toString(number))).getLong() >>> (Long.SIZE - MILLIS_BITS);
  }

  private byte[] mac(String text) {
    return mac(text.getBytes(StandardCharsets.UTF_8));
  }

  byte[] mac(byte[] bytes) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
    }
  }
}
