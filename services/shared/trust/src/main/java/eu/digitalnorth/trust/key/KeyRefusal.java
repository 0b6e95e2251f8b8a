package eu.digitalnorth.trust.key;

/** Why a known key is not to be relied on; the first that applies is given. */
public enum KeyRefusal {
  /** No country that has this key is the one that it is used for. */
  WRONG_COUNTRY,
  REVOKED,
  WRONG_SERVICE,
  WRONG_PURPOSE,
  /** What it is used for is from before its validity, or from after it. */
  OUTSIDE_VALIDITY
}
