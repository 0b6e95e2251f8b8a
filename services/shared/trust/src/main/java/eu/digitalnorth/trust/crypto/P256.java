package eu.digitalnorth.trust.crypto;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import java.security.InvalidAlgorithmParameterException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** Key pairs on NIST's curve P-256, for ES256 and ECDH-ES. */
public final class P256 {
  private static final int COORDINATE_BYTES = 32;

  /** What precedes the coordinates of a point in X.509's encoding (RFC 5480, section 2). */
  private static final byte[] PREFIX =
      HexFormat.of().parseHex("3059301306072a8648ce3d020106082a8648ce3d03010703420004");

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

  /**
   * The key for use with that provider. The encoding names the curve; a specification would have
   * the provider find it out from all its parameters, which takes longer than agreeing on a secret.
   *
   * @param jwk on the curve, as every parsed one is
   */
  public static ECPublicKey publicKey(ECKey jwk, CryptoProvider provider) {
    byte[] encoded = Arrays.copyOf(PREFIX, PREFIX.length + 2 * COORDINATE_BYTES);
    put(jwk.getX().decode(), encoded, PREFIX.length);
    put(jwk.getY().decode(), encoded, PREFIX.length + COORDINATE_BYTES);
    try {
      return (ECPublicKey)
          provider.keyFactory("EC").generatePublic(new X509EncodedKeySpec(encoded));
    } catch (InvalidKeySpecException e) {
      throw new IllegalArgumentException("No point of P-256", e);
    }
  }

  private static void put(byte[] coordinate, byte[] encoded, int at) {
    if (coordinate.length > COORDINATE_BYTES) {
      throw new IllegalArgumentException("No coordinate of P-256");
    }
    System.arraycopy(
        coordinate, 0, encoded, at + COORDINATE_BYTES - coordinate.length, coordinate.length);
  }
}
