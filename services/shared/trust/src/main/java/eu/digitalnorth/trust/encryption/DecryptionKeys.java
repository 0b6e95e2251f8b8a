package eu.digitalnorth.trust.encryption;

import eu.digitalnorth.trust.key.HeldKey;
import eu.digitalnorth.trust.key.KeyId;
import eu.digitalnorth.trust.key.KeyPurpose;
import eu.digitalnorth.trust.key.ServiceKeys;
import java.security.PrivateKey;
import java.util.Optional;

/** The private keys that somebody holds. */
@FunctionalInterface
public interface DecryptionKeys {

  Optional<PrivateKey> find(KeyId id);

  /**
   * Also keys that were succeeded or revoked: what was encrypted to them is kept, or on its way.
   */
  static DecryptionKeys of(ServiceKeys keys) {
    return id -> keys.find(KeyPurpose.ENCRYPTION, id).map(HeldKey::privateKey);
  }
}
