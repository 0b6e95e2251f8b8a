package eu.digitalnorth.trust.signature;

import eu.digitalnorth.trust.key.KeyId;
import java.nio.ByteBuffer;
import java.util.LinkedHashSet;
import java.util.SequencedSet;

/**
 * Signatures of batches that were verified of late. That a key made a signature over some bytes
 * stays true for ever, so nothing here goes out of date; whether the key may be believed is asked
 * for each message anew. Safe for many threads.
 */
final class VerifiedBatches {
  /** A batch's messages come within a few hundred of others'. */
  private static final int MOST = 1024;

  private final SequencedSet<Verified> batches = new LinkedHashSet<>();

  synchronized boolean contains(KeyId key, byte[] signature, byte[] batch) {
    return batches.contains(Verified.of(key, signature, batch));
  }

  /** Forgets the oldest if there are many. */
  synchronized void add(KeyId key, byte[] signature, byte[] batch) {
    batches.add(Verified.of(key, signature, batch));
    if (batches.size() > MOST) {
      batches.removeFirst();
    }
  }

  /** All of it, so that no collision of hashes makes one signature pass for another. */
  private record Verified(KeyId key, ByteBuffer signature, ByteBuffer batch) {
    static Verified of(KeyId key, byte[] signature, byte[] batch) {
      return new Verified(key, ByteBuffer.wrap(signature), ByteBuffer.wrap(batch));
    }
  }
}
