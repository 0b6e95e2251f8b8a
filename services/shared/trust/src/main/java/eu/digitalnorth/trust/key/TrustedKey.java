package eu.digitalnorth.trust.key;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import eu.digitalnorth.trust.crypto.CryptoProvider;
import eu.digitalnorth.trust.crypto.Ed25519;
import eu.digitalnorth.trust.crypto.P256;
import java.security.PublicKey;

/** A public key that its country's anchor vouches for; only a {@link KeyRing} gives it out. */
public final class TrustedKey {
  private final KeyClaim claim;
  private final JWK jwk;
  private final PublicKey publicKey;

  TrustedKey(KeyClaim claim, JWK jwk, CryptoProvider provider) {
    this.claim = claim;
    this.jwk = jwk;
    this.publicKey = toPublicKey(jwk, provider);
  }

  private TrustedKey(KeyClaim claim, TrustedKey known) {
    this.claim = claim;
    this.jwk = known.jwk;
    this.publicKey = known.publicKey;
  }

  public KeyId id() {
    return claim.keyId();
  }

  public KeyClaim claim() {
    return claim;
  }

  public JWK jwk() {
    return jwk;
  }

  /** For the provider of the key ring. */
  public PublicKey publicKey() {
    return publicKey;
  }

  TrustedKey narrowedTo(KeyClaim other) {
    return new TrustedKey(claim.and(other), this);
  }

  boolean isOfSameOwner(KeyClaim other) {
    return claim.country().equals(other.country()) && claim.use().equals(other.use());
  }

  private static PublicKey toPublicKey(JWK jwk, CryptoProvider provider) {
    return switch (jwk) {
      case OctetKeyPair pair -> Ed25519.publicKey(pair, provider);
      case ECKey point -> P256.publicKey(point, provider);
      default -> throw new IllegalArgumentException("No key has the type " + jwk.getKeyType());
    };
  }

  @Override
  public String toString() {
    return claim.country() + " " + claim.use() + " " + claim.keyId();
  }
}
