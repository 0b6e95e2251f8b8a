package eu.digitalnorth.trust.signature;

import eu.digitalnorth.trust.crypto.Sha256;
import java.util.ArrayList;
import java.util.List;

/**
 * A Merkle hash tree over a batch of messages (RFC 9162, section 2.1.1), with SHA-256. A leaf and
 * an inner node are hashed with different first bytes, so that neither passes for the other.
 */
final class MerkleTree {
  private static final byte[] LEAF = {0};
  private static final byte[] NODE = {1};

  /** Leaves first, the root's level last; a node without a neighbour is itself its parent. */
  private final List<List<byte[]>> levels = new ArrayList<>();

  /**
   * @param contents at least one
   */
  MerkleTree(List<byte[]> contents) {
    List<byte[]> level = contents.stream().map(MerkleTree::leaf).toList();
    levels.add(level);
    while (level.size() > 1) {
      level = parents(level);
      levels.add(level);
    }
  }

  static byte[] leaf(byte[] content) {
    return Sha256.of(LEAF, content);
  }

  static byte[] node(byte[] left, byte[] right) {
    return Sha256.of(NODE, left, right);
  }

  byte[] root() {
    return levels.getLast().getFirst();
  }

  /** What proves that a leaf belongs to the tree, to somebody who knows the root only. */
  InclusionProof proof(int index) {
    List<byte[]> path = new ArrayList<>();
    int place = index;
    for (List<byte[]> level : levels) {
      int neighbour = place ^ 1;
      if (neighbour < level.size()) {
        path.add(level.get(neighbour));
      }
      place >>= 1;
    }
    return new InclusionProof(index, levels.getFirst().size(), path);
  }

  private static List<byte[]> parents(List<byte[]> level) {
    List<byte[]> parents = new ArrayList<>((level.size() + 1) / 2);
    for (int left = 0; left < level.size(); left += 2) {
      boolean alone = left + 1 == level.size();
      parents.add(alone ? level.get(left) : node(level.get(left), level.get(left + 1)));
    }
    return parents;
  }
}
