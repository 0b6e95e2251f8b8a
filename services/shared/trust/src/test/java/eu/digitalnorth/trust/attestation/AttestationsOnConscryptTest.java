package eu.digitalnorth.trust.attestation;

import eu.digitalnorth.trust.crypto.CryptoProvider;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf("eu.digitalnorth.trust.crypto.Providers#hasConscrypt")
class AttestationsOnConscryptTest extends Attestations {
  AttestationsOnConscryptTest() {
    super(CryptoProvider.conscrypt().orElseThrow());
  }
}
