package eu.digitalnorth.evidence.domain;

/** The attestation that a request presents, after its verification. */
public sealed interface Presented {

  /** It is what its issuer signed, for this requester and this exchange, and has not run out. */
  record Genuine(Attestation attestation) implements Presented {}

  /** It is not, and so nothing that it says is believed. */
  record Faulty(Fault fault) implements Presented {}

  /** What is wrong with it; the first that applies. */
  enum Fault {
    /** It cannot be read as an attestation. */
    FORM,
    /** Its issuer did not sign it, or with a key that is none for that, or is revoked. */
    SIGNATURE,
    /** Something was added to what its issuer disclosed, altered or doubled. */
    DISCLOSURES,
    /** It is of another issuer than the request names. */
    ISSUER,
    NOT_YET_VALID,
    EXPIRED,
    /** It was issued for another requester. */
    AUDIENCE,
    /** It was issued for another exchange. */
    EXCHANGE
  }
}
