package eu.digitalnorth.trust.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.conscrypt.Conscrypt;
import org.jspecify.annotations.Nullable;

/**
 * Where the algorithms come from: Conscrypt, whose native code signs and verifies several times
 * faster, where it loads; else whatever the Java platform has.
 *
 * <p>Conscrypt itself is never registered with {@link java.security.Security}, so that nothing else
 * in the process changes by its presence. Who wants one algorithm of it for the whole process
 * registers that one, as the Kafka clients do with HMAC-SHA-512.
 */
public final class CryptoProvider {
  private static final Logger LOG = Logger.getLogger(CryptoProvider.class.getName());

  private static final CryptoProvider PLATFORM = new CryptoProvider("Java platform", null);
  private static final Optional<CryptoProvider> CONSCRYPT = loadConscrypt();

  private final String name;
  private final @Nullable Provider provider;

  private CryptoProvider(String name, @Nullable Provider provider) {
    this.name = name;
    this.provider = provider;
  }

  /** The fastest that works here. */
  public static CryptoProvider best() {
    return CONSCRYPT.orElse(PLATFORM);
  }

  public static CryptoProvider platform() {
    return PLATFORM;
  }

  /** Empty where there is no native library for this system, or where it must not be loaded. */
  public static Optional<CryptoProvider> conscrypt() {
    return CONSCRYPT;
  }

  /** For libraries that ask for one; null means the platform's, chosen per algorithm. */
  public @Nullable Provider provider() {
    return provider;
  }

  public Signature signature(String algorithm) {
    try {
      return provider == null
          ? Signature.getInstance(algorithm)
          : Signature.getInstance(algorithm, provider);
    } catch (GeneralSecurityException e) {
      throw lacking(algorithm, e);
    }
  }

  public KeyFactory keyFactory(String algorithm) {
    try {
      return provider == null
          ? KeyFactory.getInstance(algorithm)
          : KeyFactory.getInstance(algorithm, provider);
    } catch (GeneralSecurityException e) {
      throw lacking(algorithm, e);
    }
  }

  public KeyPairGenerator keyPairGenerator(String algorithm) {
    try {
      return provider == null
          ? KeyPairGenerator.getInstance(algorithm)
          : KeyPairGenerator.getInstance(algorithm, provider);
    } catch (GeneralSecurityException e) {
      throw lacking(algorithm, e);
    }
  }

  private IllegalStateException lacking(String algorithm, GeneralSecurityException cause) {
    return new IllegalStateException(name + " lacks " + algorithm, cause);
  }

  @Override
  public String toString() {
    return name;
  }

  @SuppressWarnings("CatchingUnchecked") // what a native library does on a strange system
  private static Optional<CryptoProvider> loadConscrypt() {
    try {
      CryptoProvider conscrypt = new CryptoProvider("Conscrypt", Conscrypt.newProvider());
      conscrypt.check("Ed25519", conscrypt.keyPairGenerator("Ed25519").generateKeyPair());
      KeyPairGenerator curve = conscrypt.keyPairGenerator("EC");
      curve.initialize(new ECGenParameterSpec("secp256r1"));
      conscrypt.check("SHA256withECDSA", curve.generateKeyPair());
      return Optional.of(conscrypt);
    } catch (GeneralSecurityException | RuntimeException | LinkageError e) {
      LOG.log(Level.INFO, "Conscrypt does not load here; the Java platform signs instead", e);
      return Optional.empty();
    }
  }

  /** A provider that is there but broken is worse than none. */
  private void check(String algorithm, KeyPair pair) throws GeneralSecurityException {
    byte[] text = "check".getBytes(StandardCharsets.US_ASCII);
    Signature signer = signature(algorithm);
    signer.initSign(pair.getPrivate());
    signer.update(text);
    byte[] signature = signer.sign();
    if (!verifies(algorithm, pair, text, signature)
        || verifies(algorithm, pair, Arrays.copyOf(text, text.length + 1), signature)) {
      throw new GeneralSecurityException(name + " does not do " + algorithm + " correctly");
    }
  }

  private boolean verifies(String algorithm, KeyPair pair, byte[] text, byte[] signature)
      throws GeneralSecurityException {
    Signature verifier = signature(algorithm);
    verifier.initVerify(pair.getPublic());
    verifier.update(text);
    return verifier.verify(signature);
  }
}
