package eu.digitalnorth.trust.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import eu.digitalnorth.trust.crypto.CryptoProvider;
import eu.digitalnorth.trust.crypto.Ed25519;
import java.security.PrivateKey;
import java.time.Instant;

/** A key pair of this installation, with what the country's anchor says of its public half. */
public final class HeldKey {
  private final KeyStatement statement;
  private final JWK jwk;
  private final PrivateKey privateKey;

  HeldKey(KeyStatement statement, JWK jwk, CryptoProvider provider) {
    this.statement = statement;
    this.jwk = jwk;
    this.privateKey = toPrivateKey(jwk, provider);
  }

  private HeldKey(KeyStatement statement, HeldKey known) {
    this.statement = statement;
    this.jwk = known.jwk;
    this.privateKey = known.privateKey;
  }

  public KeyId id() {
    return claim().keyId();
  }

  public KeyClaim claim() {
    return statement.claim();
  }

  /** What everybody may know: to be published on the trust topic. */
  public KeyStatement statement() {
    return statement;
  }

  /** For the provider of the key directory. */
  public PrivateKey privateKey() {
    return privateKey;
  }

  HeldKey endingAt(Instant end, AnchorFile anchor) {
    return new HeldKey(anchor.sign(claim().endingAt(end)), this);
  }

  HeldKey revokedAt(Instant time, AnchorFile anchor) {
    return new HeldKey(anchor.sign(claim().revokedAt(time)), this);
  }

  /** Including the private half. */
  JWK jwk() {
    return jwk;
  }

  private static PrivateKey toPrivateKey(JWK jwk, CryptoProvider provider) {
    try {
      return switch (jwk) {
        case OctetKeyPair pair -> Ed25519.privateKey(pair, provider);
        case ECKey point -> point.toECPrivateKey(provider.provider());
        default -> throw new IllegalArgumentException("No key has the type " + jwk.getKeyType());
      };
    } catch (JOSEException e) {
      throw new IllegalArgumentException("No private key on its curve");
    }
  }

  /** Never the key. */
  @Override
  public String toString() {
    return claim().country() + " " + claim().use() + " " + id();
  }
}
