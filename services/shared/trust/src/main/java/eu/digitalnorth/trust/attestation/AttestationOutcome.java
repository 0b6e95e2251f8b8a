package eu.digitalnorth.trust.attestation;

import eu.digitalnorth.trust.key.KeyId;

/** What the verification of an attestation says; its status is another question. */
public sealed interface AttestationOutcome {

  /** It is what the issuer signed, for this requester and this exchange. */
  record Verified(Attestation attestation) implements AttestationOutcome {}

  /** Nobody vouched for the issuer's key so far; its statement may be on its way. */
  record UnknownKey(KeyId keyId) implements AttestationOutcome {}

  record Refused(AttestationRefusal reason) implements AttestationOutcome {}
}
