package eu.digitalnorth.evidence.domain;

/** What the attesting country says of an attestation by now. */
public enum Standing {
  VALID,
  REVOKED,
  SUSPENDED,
  /** It has no place in the list that it refers to, or there is no such list that is fresh. */
  UNKNOWN
}
