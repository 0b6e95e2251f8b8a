package eu.digitalnorth.trust.encryption;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import eu.digitalnorth.trust.crypto.CryptoProvider;
import eu.digitalnorth.trust.crypto.P256;
import eu.digitalnorth.trust.key.KeyId;
import eu.digitalnorth.trust.key.PublicJwk;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.text.ParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The key pair of one exchange: answers are encrypted to its public half. Destroying the private
 * half erases them wherever they are kept.
 */
public final class ResponseKeyPair implements DecryptionKeys {
  /** JWA name of what the key is for, for the request that carries its public half. */
  public static final String ALGORITHM = "ECDH-ES";

  private final ECKey jwk;
  private final KeyId id;
  private final PrivateKey privateKey;

  private ResponseKeyPair(ECKey jwk, CryptoProvider provider) {
    this.jwk = jwk;
    this.id = KeyId.of(jwk);
    try {
      this.privateKey = jwk.toECPrivateKey(provider.provider());
    } catch (JOSEException e) {
      throw new IllegalArgumentException("No private key on P-256");
    }
  }

  public static ResponseKeyPair generate(CryptoProvider provider) {
    return new ResponseKeyPair(P256.generate(provider), provider);
  }

  /**
   * @param privateJwk as {@link #privateJwk} gave it
   * @throws IllegalArgumentException if it is something else; the message does not show it
   */
  public static ResponseKeyPair restore(byte[] privateJwk, CryptoProvider provider) {
    try {
      ECKey jwk = ECKey.parse(new String(privateJwk, StandardCharsets.UTF_8));
      if (jwk.isPrivate() && jwk.getCurve().equals(Curve.P_256)) {
        return new ResponseKeyPair(jwk, provider);
      }
    } catch (ParseException e) {
      // The cause may quote the key.
    }
    throw new IllegalArgumentException("No private JWK on P-256");
  }

  public KeyId id() {
    return id;
  }

  /** For the request. */
  public byte[] publicJwk() {
    return PublicJwk.write(jwk);
  }

  /** To be kept until the exchange ends, readable by nobody else, and destroyed then. */
  public byte[] privateJwk() {
    return jwk.toJSONString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public Optional<PrivateKey> find(KeyId wanted) {
    return id.equals(wanted) ? Optional.of(privateKey) : Optional.empty();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ResponseKeyPair pair && id.equals(pair.id);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /** Never the key. */
  @Override
  public String toString() {
    return "ResponseKeyPair[" + id + "]";
  }
}
