package eu.digitalnorth.trust.encryption;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import eu.digitalnorth.trust.crypto.CryptoProvider;
import eu.digitalnorth.trust.crypto.P256;
import eu.digitalnorth.trust.key.HeldKey;
import eu.digitalnorth.trust.key.KeyId;
import eu.digitalnorth.trust.key.PublicJwk;
import eu.digitalnorth.trust.key.TrustedKey;
import java.security.interfaces.ECPublicKey;
import java.util.Optional;

/** To whom something is encrypted: a public key on P-256. */
public record RecipientKey(KeyId id, ECPublicKey key) {

  /**
   * @throws IllegalArgumentException if the key is not for encryption
   */
  public static RecipientKey of(TrustedKey key) {
    if (key.publicKey() instanceof ECPublicKey point) {
      return new RecipientKey(key.id(), point);
    }
    throw new IllegalArgumentException(key + " is not for encryption");
  }

  /**
   * One's own.
   *
   * @throws IllegalArgumentException if the key is not for encryption
   */
  public static RecipientKey of(HeldKey key) {
    return key.claim()
        .jwk()
        .flatMap(jwk -> read(PublicJwk.write(jwk)))
        .orElseThrow(() -> new IllegalArgumentException(key.id() + " is not for encryption"));
  }

  /** Reads the key that a request carries for its answer; empty if that is none. */
  public static Optional<RecipientKey> read(byte[] publicJwk) {
    return read(publicJwk, CryptoProvider.best());
  }

  /** The same, for use with that provider. */
  public static Optional<RecipientKey> read(byte[] publicJwk, CryptoProvider provider) {
    return PublicJwk.read(publicJwk, Curve.P_256)
        .map(ECKey.class::cast)
        .map(key -> new RecipientKey(KeyId.of(publicJwk), P256.publicKey(key, provider)));
  }

  /** As {@link #read} reads it. */
  public byte[] publicJwk() {
    return PublicJwk.write(new ECKey.Builder(Curve.P_256, key).build());
  }
}
