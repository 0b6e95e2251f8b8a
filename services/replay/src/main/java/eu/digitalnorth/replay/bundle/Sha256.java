package eu.digitalnorth.replay.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 as 64 lower-case hexadecimal digits. */
final class Sha256 {
  private static final int CHUNK = 1 << 16;

  private Sha256() {}

  static MessageDigest create() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  static String of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  static String of(byte[] bytes) {
    return hex(create().digest(bytes));
  }

  static String of(InputStream in) throws IOException {
    MessageDigest digest = create();
    update(digest, in, Long.MAX_VALUE);
    return hex(digest.digest());
  }

  /**
   * Takes in at most so many bytes.
   *
   * @return how many there were
   */
  static long update(MessageDigest digest, InputStream in, long most) throws IOException {
    byte[] chunk = new byte[CHUNK];
    long total = 0;
    while (total < most) {
      int read = in.read(chunk, 0, (int) Math.min(chunk.length, most - total));
      if (read < 0) {
        break;
      }
      digest.update(chunk, 0, read);
      total += read;
    }
    return total;
  }

  /** Of what was taken in so far; more can follow. */
  static String soFar(MessageDigest digest) {
    try {
      return hex(((MessageDigest) digest.clone()).digest());
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("Every SHA-256 of Java can be cloned", e);
    }
  }

  private static String hex(byte[] digest) {
    return HexFormat.of().formatHex(digest);
  }
}
