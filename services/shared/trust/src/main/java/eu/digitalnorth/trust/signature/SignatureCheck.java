package eu.digitalnorth.trust.signature;

import eu.digitalnorth.trust.key.KeyId;
import eu.digitalnorth.trust.key.TrustedKey;

/** What the verification of a message's signature says. */
public sealed interface SignatureCheck {

  /** The message is as the owner of the key signed it. */
  record Genuine(TrustedKey key) implements SignatureCheck {}

  /** Nobody vouched for the key so far; its statement may be on its way. */
  record UnknownKey(KeyId keyId) implements SignatureCheck {}

  record Refused(SignatureRefusal reason) implements SignatureCheck {}
}
