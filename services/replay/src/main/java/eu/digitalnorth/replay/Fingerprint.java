package eu.digitalnorth.replay;

import eu.digitalnorth.trust.crypto.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 of parts, each with its length in front, so that nothing passes for something else; null
 * has the length -1.
 */
public final class Fingerprint {
  private static final byte[] NOTHING = {};

  private final List<byte[]> parts = new ArrayList<>();

  public Fingerprint add(String text) {
    return add(text.getBytes(StandardCharsets.UTF_8));
  }

  public Fingerprint add(byte @Nullable [] bytes) {
    int length = bytes == null ? -1 : bytes.length;
    parts.add(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
    parts.add(bytes == null ? NOTHING : bytes);
    return this;
  }

  public byte[] sha256() {
    return Sha256.of(parts.toArray(byte[][]::new));
  }
}
