package eu.digitalnorth.trust.signature;

import eu.digitalnorth.trust.crypto.CanonicalForm;

/** What one signature of several messages is made over. */
final class SignedBatch {
  private static final String KIND = "digital-north-batch-v1";

  private SignedBatch() {}

  /**
   * @param size how many messages there are
   * @param root of the {@link MerkleTree} over their canonical forms
   */
  static byte[] canonicalForm(int size, byte[] root) {
    return new CanonicalForm(KIND).text(Integer.toString(size)).bytes(root).toBytes();
  }
}
