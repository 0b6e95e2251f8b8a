package eu.digitalnorth.trust.crypto;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import java.security.InvalidAlgorithmParameterException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;

/** Key pairs on NIST's curve P-256, for ES256 and ECDH-ES. */
public final class P256 {
  private P256() {}

  public static ECKey generate(CryptoProvider provider) {
    try {
      KeyPairGenerator generator = provider.keyPairGenerator("EC");
      generator.initialize(new ECGenParameterSpec(Curve.P_256.getStdName()));
      KeyPair pair = generator.generateKeyPair();
      return new ECKey.Builder(Curve.P_256, (ECPublicKey) pair.getPublic())
          .privateKey(pair.getPrivate())
          .build();
    } catch (InvalidAlgorithmParameterException e) {
      throw new IllegalStateException("Every Java platform has P-256", e);
    }
  }
}
