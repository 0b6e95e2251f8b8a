package eu.digitalnorth.trust.crypto;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Ed25519 (RFC 8032) with keys as JWKs (RFC 8037).
 *
 * <p>A {@link Signature} is made for each call: it costs less than a hundredth of the signature
 * itself, and nothing is shared between threads.
 */
public final class Ed25519 {
  public static final int SIGNATURE_BYTES = 64;
  private static final String ALGORITHM = "Ed25519";
  private static final int KEY_BYTES = 32;

  /** What precedes the 32 bytes of a key in the encodings of RFC 8410, section 4 and 7. */
  private static final byte[] PUBLIC_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  private static final byte[] PRIVATE_PREFIX =
      HexFormat.of().parseHex("302e020100300506032b657004220420");

  private Ed25519() {}

  public static OctetKeyPair generate(CryptoProvider provider) {
    KeyPair pair = provider.keyPairGenerator(ALGORITHM).generateKeyPair();
    return new OctetKeyPair.Builder(
            Curve.Ed25519, raw(pair.getPublic().getEncoded(), PUBLIC_PREFIX))
        .d(raw(pair.getPrivate().getEncoded(), PRIVATE_PREFIX))
        .build();
  }

  public static PublicKey publicKey(OctetKeyPair jwk, CryptoProvider provider) {
    try {
      return provider
          .keyFactory(ALGORITHM)
          .generatePublic(new X509EncodedKeySpec(encoded(PUBLIC_PREFIX, jwk.getX())));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("No Ed25519 public key", e);
    }
  }

  public static PrivateKey privateKey(OctetKeyPair jwk, CryptoProvider provider) {
    try {
      return provider
          .keyFactory(ALGORITHM)
          .generatePrivate(new PKCS8EncodedKeySpec(encoded(PRIVATE_PREFIX, jwk.getD())));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("No Ed25519 private key");
    }
  }

  public static byte[] sign(byte[] content, PrivateKey key, CryptoProvider provider) {
    try {
      Signature signature = provider.signature(ALGORITHM);
      signature.initSign(key);
      signature.update(content);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot sign with Ed25519", e);
    }
  }

  public static boolean verifies(
      byte[] content, byte[] signature, PublicKey key, CryptoProvider provider) {
    if (signature.length != SIGNATURE_BYTES) {
      return false;
    }
    try {
      Signature verifier = provider.signature(ALGORITHM);
      verifier.initVerify(key);
      verifier.update(content);
      return verifier.verify(signature);
    } catch (SignatureException e) { // how some providers say no
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot verify with Ed25519", e);
    }
  }

  private static Base64URL raw(byte[] encoded, byte[] prefix) {
    if (encoded.length != prefix.length + KEY_BYTES
        || !Arrays.equals(encoded, 0, prefix.length, prefix, 0, prefix.length)) {
      throw new IllegalStateException("A generated key is not encoded as in RFC 8410");
    }
    return Base64URL.encode(Arrays.copyOfRange(encoded, prefix.length, encoded.length));
  }

  private static byte[] encoded(byte[] prefix, Base64URL key) {
    byte[] raw = key.decode();
    if (raw.length != KEY_BYTES) {
      throw new IllegalArgumentException("An Ed25519 key has 32 bytes");
    }
    byte[] encoded = Arrays.copyOf(prefix, prefix.length + KEY_BYTES);
    System.arraycopy(raw, 0, encoded, prefix.length, KEY_BYTES);
    return encoded;
  }
}
