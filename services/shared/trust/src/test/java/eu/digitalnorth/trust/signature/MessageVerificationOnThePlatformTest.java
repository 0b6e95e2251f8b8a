package eu.digitalnorth.trust.signature;

import eu.digitalnorth.trust.crypto.CryptoProvider;

class MessageVerificationOnThePlatformTest extends MessageVerification {
  MessageVerificationOnThePlatformTest() {
    super(CryptoProvider.platform());
  }
}
