package eu.digitalnorth.trust.key;

import eu.digitalnorth.trust.crypto.CryptoProvider;
import eu.digitalnorth.trust.crypto.Ed25519;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A claim about a public key, with the signature that is to be the one of its country's anchor:
 * what travels on the trust topic. A {@link KeyRing} believes it or not.
 *
 * @param anchorSignature Ed25519 over the claim's canonical form, 64 bytes
 */
public record KeyStatement(KeyClaim claim, byte[] anchorSignature) {

  public KeyStatement {
    anchorSignature = anchorSignature.clone();
  }

  static KeyStatement sign(KeyClaim claim, PrivateKey anchor, CryptoProvider provider) {
    return new KeyStatement(claim, Ed25519.sign(claim.canonicalForm(), anchor, provider));
  }

  boolean isSignedBy(PublicKey anchor, CryptoProvider provider) {
    return Ed25519.verifies(claim.canonicalForm(), anchorSignature, anchor, provider);
  }

  @Override
  public byte[] anchorSignature() {
    return anchorSignature.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof KeyStatement that
        && claim.equals(that.claim)
        && Arrays.equals(anchorSignature, that.anchorSignature);
  }

  @Override
  public int hashCode() {
    return claim.hashCode();
  }
}
