package eu.digitalnorth.trust;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import eu.digitalnorth.trust.key.MissingKeyException;
import eu.digitalnorth.trust.key.PrivateFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secrets of an installation's own OAuth2 issuer: the key that signs tokens, and the secrets of
 * clients and users. Two files, each readable by its owner only; the second holds one random key
 * from which every client's secret and every user's password derive, so that nothing has to be
 * stored for each of the thousands of synthetic citizens.
 */
public final class IssuerSecrets {
  private static final String SIGNING_KEY = "signing.jwk";
  private static final String DERIVATION_KEY = "secrets.key";
  private static final String ALGORITHM = "HmacSHA256";
  private static final int DERIVATION_KEY_BYTES = 32;

  /** Without letters and digits that people take for one another: five bits each. */
  private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

  /** 80 bits, in groups of four. */
  private static final int PASSWORD_LENGTH = 16;

  private static final int PASSWORD_GROUP = 4;

  private final Path directory;

  /**
   * @param directory of these secrets only
   */
  public IssuerSecrets(Path directory) {
    this.directory = directory;
  }

  /** Generates what is missing; what is there stays as it is. */
  public void createMissing() {
    PrivateFiles.createIfAbsent(signingKeyFile(), IssuerSecrets::newSigningKey);
    PrivateFiles.createIfAbsent(derivationKeyFile(), IssuerSecrets::newDerivationKey);
  }

  /**
   * The key that signs tokens, for ES256 (RFC 7518, section 3.4); its id is its thumbprint (RFC
   * 7638).
   *
   * @throws MissingKeyException if it is absent or damaged
   */
  public ECKey signingKey() {
    try {
      return ECKey.parse(PrivateFiles.read(signingKeyFile()));
    } catch (ParseException e) {
      throw new MissingKeyException(signingKeyFile() + " is no key"); // the cause may quote it
    }
  }

  /**
   * The secret of an OAuth2 client: 256 bits.
   *
   * @throws MissingKeyException if the key that it derives from is absent or damaged
   */
  public String ofClient(String clientId) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(derive("client:" + clientId));
  }

  /**
   * The password of somebody who logs in with a browser: 80 bits, as a person can type them.
   *
   * @throws MissingKeyException likewise
   */
  public String ofUser(String userName) {
    byte[] derived = derive("user:" + userName);
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < PASSWORD_LENGTH; i++) {
      if (i > 0 && i % PASSWORD_GROUP == 0) {
        password.append('-');
      }
      password.append(ALPHABET.charAt(derived[i] & (ALPHABET.length() - 1)));
    }
    return password.toString();
  }

  /**
   * Under which name tokens speak of somebody whose user name is personal.
   *
   * @throws MissingKeyException likewise
   */
  public String subjectOf(String userName) {
    return HexFormat.of().formatHex(derive("subject:" + userName));
  }

  private byte[] derive(String name) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(
          new SecretKeySpec(
              Base64.getDecoder().decode(PrivateFiles.read(derivationKeyFile()).strip()),
              ALGORITHM));
      return mac.doFinal(name.getBytes(StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw new MissingKeyException(derivationKeyFile() + " is no key");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
    }
  }

  private Path signingKeyFile() {
    return directory.resolve(SIGNING_KEY);
  }

  private Path derivationKeyFile() {
    return directory.resolve(DERIVATION_KEY);
  }

  private static String newSigningKey() {
    try {
      return new ECKeyGenerator(Curve.P_256)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.ES256)
          .keyIDFromThumbprint(true)
          .generate()
          .toJSONString();
    } catch (JOSEException e) {
      throw new IllegalStateException("Every Java platform has P-256", e);
    }
  }

  private static String newDerivationKey() {
    byte[] key = new byte[DERIVATION_KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }
}
