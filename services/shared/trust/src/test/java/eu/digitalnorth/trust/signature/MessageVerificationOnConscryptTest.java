package eu.digitalnorth.trust.signature;

import eu.digitalnorth.trust.crypto.CryptoProvider;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf("eu.digitalnorth.trust.crypto.Providers#hasConscrypt")
class MessageVerificationOnConscryptTest extends MessageVerification {
  MessageVerificationOnConscryptTest() {
    super(CryptoProvider.conscrypt().orElseThrow());
  }
}
