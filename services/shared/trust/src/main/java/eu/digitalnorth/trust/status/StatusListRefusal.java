package eu.digitalnorth.trust.status;

/** Why a status list is not relied on; whatever it lists is then not accepted. */
public enum StatusListRefusal {
  /** No status list token as it is issued here, or one that swells beyond any that is issued. */
  MALFORMED,
  /** Of another country or service, for another purpose, revoked, or not valid at that time. */
  KEY_NOT_ACCEPTED,
  BAD_SIGNATURE,
  /** It is another list. */
  WRONG_LIST,
  /** Issued in the future. */
  NOT_YET_VALID,
  /** Expired, or a newer one was due. */
  STALE
}
