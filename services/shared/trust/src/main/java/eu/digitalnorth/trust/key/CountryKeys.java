package eu.digitalnorth.trust.key;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.trust.crypto.CryptoProvider;
import eu.digitalnorth.trust.crypto.Ed25519;
import eu.digitalnorth.trust.crypto.P256;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The keys of one country, for its operator: creates, rotates and revokes them, which takes the
 * country's private anchor. Running services see changes within a second.
 */
public final class CountryKeys {
  /** More than a service takes to notice that its key was succeeded. */
  public static final Duration OVERLAP = Duration.ofMinutes(1);

  private final CountryFolder folder;
  private final InstantSource clock;
  private final CryptoProvider provider;

  public CountryKeys(Path root, CountryCode country, InstantSource clock, CryptoProvider provider) {
    this.folder = new CountryFolder(root, country);
    this.clock = clock;
    this.provider = provider;
  }

  /** Generates the anchor and whatever keys are lacking; what is there stays as it is. */
  public void createMissing(Collection<KeyUse> uses) {
    AnchorFile anchor = AnchorFile.createIfAbsent(folder, provider);
    for (KeyUse use : uses) {
      folder.keys(use).createIfAbsent(() -> generate(use, now(), anchor));
    }
  }

  /** What the anchor says of every key, present, past and revoked: to be published. */
  public List<KeyStatement> statements() {
    return folder.keyFiles().stream()
        .flatMap(file -> file.read(provider).stream())
        .map(HeldKey::statement)
        .toList();
  }

  /** The uses that the country has keys for. */
  public List<KeyUse> uses() {
    return folder.keyFiles().stream().map(KeyFile::use).toList();
  }

  /**
   * Gives each of these uses a new key. The one before stays valid for {@link #OVERLAP}, and
   * afterwards for what is dated before then.
   *
   * @return what the anchor says of the new keys
   */
  public List<KeyStatement> rotate(Collection<KeyUse> uses) {
    AnchorFile anchor = AnchorFile.read(folder, provider);
    try (FolderLock lock = folder.lock()) {
      return uses.stream().map(use -> rotate(folder.keys(use), anchor)).toList();
    }
  }

  private KeyStatement rotate(KeyFile file, AnchorFile anchor) {
    Instant now = now();
    HeldKey successor = generate(file.use(), now, anchor);
    List<HeldKey> keys = new ArrayList<>();
    for (HeldKey key : file.read(provider)) {
      keys.add(key.claim().validUntil() == null ? key.endingAt(now.plus(OVERLAP), anchor) : key);
    }
    keys.add(successor);
    file.replace(keys);
    return successor.statement();
  }

  /**
   * Revokes a key for good, with all that it ever signed. If it was the one in use, a successor
   * takes its place from when on it was valid, so that what is retained can be signed anew.
   *
   * @return what the anchor now says of the key; empty if the country has no such key
   */
  public Optional<KeyStatement> revoke(KeyId id) {
    AnchorFile anchor = AnchorFile.read(folder, provider);
    try (FolderLock lock = folder.lock()) {
      return folder.keyFiles().stream()
          .flatMap(file -> revoke(file, id, anchor).stream())
          .findFirst();
    }
  }

  private Optional<KeyStatement> revoke(KeyFile file, KeyId id, AnchorFile anchor) {
    List<HeldKey> keys = new ArrayList<>(file.read(provider));
    Optional<HeldKey> known = keys.stream().filter(key -> key.id().equals(id)).findAny();
    if (known.isEmpty() || known.get().claim().revokedAt() != null) {
      return known.map(HeldKey::statement);
    }
    HeldKey revoked = known.get().revokedAt(now(), anchor);
    keys.set(keys.indexOf(known.get()), revoked);
    if (revoked.claim().validUntil() == null) {
      keys.add(generate(file.use(), revoked.claim().validFrom(), anchor));
    }
    file.replace(keys);
    return Optional.of(revoked.statement());
  }

  private HeldKey generate(KeyUse use, Instant validFrom, AnchorFile anchor) {
    JWK jwk =
        use.purpose().curve().equals(Curve.Ed25519)
            ? Ed25519.generate(provider)
            : P256.generate(provider);
    KeyClaim claim = KeyClaim.of(jwk, folder.country(), use, validFrom);
    return new HeldKey(anchor.sign(claim), jwk, provider);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
