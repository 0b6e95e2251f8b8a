package eu.digitalnorth.trust.signature;

import eu.digitalnorth.trust.crypto.CanonicalBase64;
import eu.digitalnorth.trust.crypto.Sha256;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a message stands in the batch that it was signed with, and the hashes that lead from it to
 * the root (RFC 9162, section 2.1.3). Written as index, slash, size, colon, and the hashes from the
 * leaf's neighbour upwards as one base64url text.
 *
 * @param index from 0, less than the size
 * @param size how many messages the batch has: at least 2, at most {@value #LARGEST_BATCH}
 * @param path hashes of 32 bytes; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // between a header and a verification, never compared
public record InclusionProof(int index, int size, List<byte[]> path) {

  /** What a verifier accepts, so that a header is short and soon verified. */
  static final int LARGEST_BATCH = 1024;

  /** Colon, and base64url of ten hashes. */
  private static final int LONGEST_PATH_TEXT = 1 + 427;

  public InclusionProof {
    if (!isPlace(index, size)) {
      throw new IllegalArgumentException("No place in a batch: " + index + " of " + size);
    }
    path = List.copyOf(path);
  }

  /** Empty unless the text is exactly what {@link #toString} of a proof gives. */
  static Optional<InclusionProof> parse(String text) {
    int slash = text.indexOf('/');
    int colon = text.indexOf(':');
    if (slash < 0 || colon < slash || text.length() - colon > LONGEST_PATH_TEXT) {
      return Optional.empty();
    }
    int index = number(text.substring(0, slash));
    int size = number(text.substring(slash + 1, colon));
    if (!isPlace(index, size)) {
      return Optional.empty();
    }
    return CanonicalBase64.decode(text.substring(colon + 1))
        .filter(bytes -> bytes.length > 0 && bytes.length % Sha256.BYTES == 0)
        .map(bytes -> new InclusionProof(index, size, hashes(bytes)));
  }

  private static boolean isPlace(int index, int size) {
    return size >= 2 && size <= LARGEST_BATCH && index >= 0 && index < size;
  }

  /** Negative if it is not written as {@link Integer#toString} writes what is not. */
  private static int number(String digits) {
    try {
      int number = Integer.parseInt(digits);
      return Integer.toString(number).equals(digits) ? number : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  /**
   * The root of the tree in which this message has this place (RFC 9162, section 2.1.3.2). Empty if
   * the path is longer or shorter than the way from there to the root.
   */
  Optional<byte[]> root(byte[] content) {
    byte[] hash = MerkleTree.leaf(content);
    int place = index;
    int last = size - 1;
    for (byte[] neighbour : path) {
      while (place == last && (place & 1) == 0 && last > 0) {
        place >>= 1; // without a neighbour a node is itself its parent
        last >>= 1;
      }
      if (last == 0) {
        return Optional.empty();
      }
      hash = (place & 1) == 1 ? MerkleTree.node(neighbour, hash) : MerkleTree.node(hash, neighbour);
      place >>= 1;
      last >>= 1;
    }
    return last == 0 ? Optional.of(hash) : Optional.empty();
  }

  @Override
  public String toString() {
    ByteBuffer hashes = ByteBuffer.allocate(path.size() * Sha256.BYTES);
    path.forEach(hashes::put);
    return index + "/" + size + ':' + CanonicalBase64.write(hashes.array());
  }

  private static List<byte[]> hashes(byte[] bytes) {
    List<byte[]> hashes = new ArrayList<>(bytes.length / Sha256.BYTES);
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      byte[] hash = new byte[Sha256.BYTES];
      buffer.get(hash);
      hashes.add(hash);
    }
    return hashes;
  }
}
