package eu.digitalnorth.trust.status;

import eu.digitalnorth.trust.key.KeyId;

/** What the verification of a status list says. */
public sealed interface StatusListOutcome {

  record Verified(StatusListToken token) implements StatusListOutcome {}

  /** Nobody vouched for the issuer's key so far; its statement may be on its way. */
  record UnknownKey(KeyId keyId) implements StatusListOutcome {}

  record Refused(StatusListRefusal reason) implements StatusListOutcome {}
}
