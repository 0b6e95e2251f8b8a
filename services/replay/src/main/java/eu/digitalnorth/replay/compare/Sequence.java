package eu.digitalnorth.replay.compare;

import eu.digitalnorth.trust.crypto.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A group's records in their order, in 32 bytes: equal if the records are. */
final class Sequence {
  private byte[] chain = new byte[0];
  private long count;

  void add(String json) {
    chain = Sha256.of(chain, json.getBytes(StandardCharsets.UTF_8));
    count++;
  }

  long count() {
    return count;
  }

  boolean isSameAs(Sequence other) {
    return count == other.count && Arrays.equals(chain, other.chain);
  }
}
