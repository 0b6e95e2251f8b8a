package eu.digitalnorth.trust.key;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.trust.crypto.CryptoProvider;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The key pairs of one service of one country, for the service itself. Rotations and revocations by
 * another process show within a second. Safe for many threads.
 */
public final class ServiceKeys {
  private final CountryCode country;
  private final String service;
  private final CryptoProvider provider;
  private final Map<KeyPurpose, WatchedKeyFile> files = new EnumMap<>(KeyPurpose.class);

  public ServiceKeys(Path root, CountryCode country, String service, CryptoProvider provider) {
    CountryFolder folder = new CountryFolder(root, country);
    this.country = country;
    this.service = service;
    this.provider = provider;
    for (KeyPurpose purpose : KeyPurpose.values()) {
      KeyFile file = folder.keys(new KeyUse(service, purpose));
      files.put(purpose, new WatchedKeyFile(file, provider));
    }
  }

  public CryptoProvider provider() {
    return provider;
  }

  public CountryCode country() {
    return country;
  }

  /**
   * The key to use for what is dated at a time: the newest that is valid then. What is older than
   * all keys gets the oldest.
   *
   * @throws MissingKeyException if there is none that is not revoked
   */
  public HeldKey current(KeyPurpose purpose, Instant at) {
    List<HeldKey> usable = usable(purpose);
    return usable.stream()
        .filter(key -> !at.isBefore(key.claim().validFrom()))
        .reduce((one, next) -> isOlder(next, one) ? one : next)
        .or(() -> usable.stream().reduce((one, next) -> isOlder(next, one) ? next : one))
        .orElseThrow(
            () ->
                new MissingKeyException(
                    country + " has no key for " + purpose + " of " + service + " left"));
  }

  /** Of two keys of the same moment, the one that was added later is the newer. */
  private static boolean isOlder(HeldKey key, HeldKey other) {
    return key.claim().validFrom().isBefore(other.claim().validFrom());
  }

  /**
   * Any key, also one that was succeeded or revoked: what was encrypted to it before is still the
   * country's to read, and whom it came from is told by its signature, not by its encryption.
   */
  public Optional<HeldKey> find(KeyPurpose purpose, KeyId id) {
    return file(purpose).keys().stream().filter(key -> key.id().equals(id)).findAny();
  }

  private List<HeldKey> usable(KeyPurpose purpose) {
    return file(purpose).keys().stream().filter(key -> key.claim().revokedAt() == null).toList();
  }

  private WatchedKeyFile file(KeyPurpose purpose) {
    WatchedKeyFile file = files.get(purpose);
    if (file == null) {
      throw new IllegalArgumentException("No purpose: " + purpose);
    }
    return file;
  }
}
