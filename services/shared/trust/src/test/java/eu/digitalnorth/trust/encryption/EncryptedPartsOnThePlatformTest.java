package eu.digitalnorth.trust.encryption;

import eu.digitalnorth.trust.crypto.CryptoProvider;

class EncryptedPartsOnThePlatformTest extends EncryptedParts {
  EncryptedPartsOnThePlatformTest() {
    super(CryptoProvider.platform());
  }
}
