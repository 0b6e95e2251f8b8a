package eu.digitalnorth.trust.encryption;

import eu.digitalnorth.trust.crypto.CryptoProvider;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf("eu.digitalnorth.trust.crypto.Providers#hasConscrypt")
class EncryptedPartsOnConscryptTest extends EncryptedParts {
  EncryptedPartsOnConscryptTest() {
    super(CryptoProvider.conscrypt().orElseThrow());
  }
}
