package eu.digitalnorth.trust.attestation;

/** Why an attestation is not accepted; the first that applies is given. */
public enum AttestationRefusal {
  /** No SD-JWT VC as it is issued here: other form, type, algorithm or header parameters. */
  MALFORMED,
  /** The key is of another country or service, for another purpose, or not valid at that time. */
  KEY_NOT_ACCEPTED,
  KEY_REVOKED,
  BAD_SIGNATURE,
  /** Another type of credential, or a claim is missing or none. */
  MALFORMED_CLAIMS,
  WRONG_ISSUER,
  /** Issued in the future. */
  NOT_YET_VALID,
  EXPIRED,
  /** Issued for somebody else. */
  WRONG_AUDIENCE,
  /** Issued for another exchange. */
  WRONG_NONCE,
  DUPLICATE_DIGEST,
  MALFORMED_DISCLOSURE,
  /** A disclosure was added or altered: the issuer did not sign its digest. */
  DISCLOSURE_NOT_SIGNED,
  DUPLICATE_DISCLOSURE
}
