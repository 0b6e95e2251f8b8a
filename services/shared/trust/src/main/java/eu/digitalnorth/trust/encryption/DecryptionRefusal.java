package eu.digitalnorth.trust.encryption;

/** Why something that is encrypted was not opened. */
public enum DecryptionRefusal {
  /** No JWE in compact serialisation, too large, or not in its one spelling. */
  MALFORMED,
  /** Another algorithm or method than ours, compressed, or with parameters that do not belong. */
  OTHER_ALGORITHM,
  OTHER_CONTENT_TYPE,
  OTHER_CONTEXT,
  /** Encrypted to somebody else, or to a key that was destroyed. */
  UNKNOWN_KEY,
  /** Changed, or not made with the key that it names. */
  NOT_AUTHENTIC,
  /** The clear envelope speaks of other content. */
  OTHER_DIGEST
}
