package eu.digitalnorth.trust;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.trust.crypto.CryptoProvider;
import eu.digitalnorth.trust.key.AnchorFiles;
import eu.digitalnorth.trust.key.CountryKeys;
import eu.digitalnorth.trust.key.KeyRing;
import eu.digitalnorth.trust.key.KeyUse;
import eu.digitalnorth.trust.key.MissingKeyException;
import eu.digitalnorth.trust.key.PrivateFiles;
import eu.digitalnorth.trust.key.ServiceKeys;
import eu.digitalnorth.trust.key.TrustAnchors;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Collection;

/**
 * The keys of an installation: one folder per country with its secrets, each file readable by its
 * owner only, and one with the public anchors of all. They are generated, never committed, and the
 * secret ones are never sent anywhere.
 */
public final class KeyDirectory {
  private static final String PSEUDONYM_KEY = "pseudonym.key";
  private static final int PSEUDONYM_KEY_BYTES = 32;

  private final Path root;
  private final InstantSource clock;
  private final CryptoProvider provider;

  public KeyDirectory(Path root) {
    this(root, InstantSource.system(), CryptoProvider.best());
  }

  /**
   * @param clock tells from when on new keys are valid
   */
  public KeyDirectory(Path root, InstantSource clock, CryptoProvider provider) {
    this.root = root;
    this.clock = clock;
    this.provider = provider;
  }

  /** Generates whatever keys these countries lack; keys that are there stay as they are. */
  public void createMissing(Collection<CountryCode> countries) {
    for (CountryCode country : countries) {
      PrivateFiles.createIfAbsent(pseudonymKey(country), KeyDirectory::newPseudonymKey);
      operate(country).createMissing(KeyUse.STANDARD);
    }
  }

  /**
   * @throws MissingKeyException if the country's pseudonym key is absent or no key
   */
  public Pseudonyms pseudonyms(CountryCode country) {
    Path file = pseudonymKey(country);
    try {
      return new Pseudonyms(Base64.getDecoder().decode(PrivateFiles.read(file).strip()));
    } catch (IllegalArgumentException e) {
      throw new MissingKeyException(file + " is no pseudonym key", e);
    }
  }

  /** The public anchors of all countries that are trusted here. */
  public TrustAnchors anchors() {
    return AnchorFiles.read(root);
  }

  /**
   * What the anchors of these countries say of their keys, from the countries' own folders: for who
   * has them all and need not wait to be told.
   */
  public KeyRing ring(Collection<CountryCode> countries) {
    KeyRing ring = new KeyRing(anchors(), provider);
    countries.forEach(country -> operate(country).statements().forEach(ring::add));
    return ring;
  }

  /** For a service: its own keys, as they are at any time. */
  public ServiceKeys keys(CountryCode country, String service) {
    return new ServiceKeys(root, country, service, provider);
  }

  /** For the operator of a country: all its keys, and its anchor. */
  public CountryKeys operate(CountryCode country) {
    return new CountryKeys(root, country, clock, provider);
  }

  private Path pseudonymKey(CountryCode country) {
    return root.resolve(country.lower()).resolve(PSEUDONYM_KEY);
  }

  private static String newPseudonymKey() {
    byte[] key = new byte[PSEUDONYM_KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return Base64.getEncoder().encodeToString(key) + "\n";
  }
}
