package eu.digitalnorth.trust.attestation;

import eu.digitalnorth.trust.crypto.CryptoProvider;

class AttestationsOnThePlatformTest extends Attestations {
  AttestationsOnThePlatformTest() {
    super(CryptoProvider.platform());
  }
}
