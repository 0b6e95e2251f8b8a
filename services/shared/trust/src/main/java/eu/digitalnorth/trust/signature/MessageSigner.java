package eu.digitalnorth.trust.signature;

import eu.digitalnorth.trust.crypto.CryptoProvider;
import eu.digitalnorth.trust.crypto.Ed25519;
import eu.digitalnorth.trust.key.HeldKey;
import eu.digitalnorth.trust.key.KeyPurpose;
import eu.digitalnorth.trust.key.ServiceKeys;
import java.time.Instant;

/** Signs the messages of one service of one country. Safe for many threads. */
public final class MessageSigner {
  private final ServiceKeys keys;
  private final CryptoProvider provider;

  public MessageSigner(ServiceKeys keys) {
    this.keys = keys;
    this.provider = keys.provider();
  }

  /**
   * @param time what {@code ce_time} says: it decides which key signs, so that verifiers find the
   *     key to be valid then
   * @throws eu.digitalnorth.trust.MissingKeyException if the service has no key to sign with
   */
  public MessageSignature sign(SignedContent content, Instant time) {
    HeldKey key = keys.current(KeyPurpose.MESSAGE_SIGNATURE, time);
    return new MessageSignature(
        key.id(), Ed25519.sign(content.canonicalForm(), key.privateKey(), provider));
  }
}
