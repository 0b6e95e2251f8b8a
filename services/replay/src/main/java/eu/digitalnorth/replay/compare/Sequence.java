package eu.digitalnorth.replay.compare;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** A group's records in their order, in 32 bytes: equal if the records are. */
final class Sequence {
  private byte[] chain = new byte[0];
  private long count;

  void add(String json) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(chain);
      chain = digest.digest(json.getBytes(StandardCharsets.UTF_8));
      count++;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  long count() {
    return count;
  }

  boolean isSameAs(Sequence other) {
    return count == other.count && Arrays.equals(chain, other.chain);
  }
}
