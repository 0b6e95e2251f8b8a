package eu.digitalnorth.trust.key;

/** What became of a statement that was shown to a {@link KeyRing}. */
public enum Admission {
  /** The key is new. */
  ADDED,
  /** The key ends earlier than was known, or is revoked. */
  NARROWED,
  /** It says nothing new. */
  KNOWN,
  /** Its country has no anchor here: it does not take part. */
  NO_ANCHOR,
  /** It is not signed by the anchor of its country. */
  NOT_SIGNED_BY_ANCHOR,
  /** What it calls a key is none for its purpose, or has another name. */
  NO_SUCH_KEY;

  public boolean isRefused() {
    return this == NO_ANCHOR || this == NOT_SIGNED_BY_ANCHOR || this == NO_SUCH_KEY;
  }
}
