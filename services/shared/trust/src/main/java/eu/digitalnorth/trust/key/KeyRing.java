package eu.digitalnorth.trust.key;

import com.nimbusds.jose.jwk.JWK;
import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.trust.crypto.CryptoProvider;
import eu.digitalnorth.trust.crypto.Ed25519;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The public keys that may be relied on: anchors are given, statements are added in any order and
 * any number of times, and the same statements always give the same answers. Safe for many threads.
 */
public final class KeyRing {
  private final CryptoProvider provider;
  private final Map<CountryCode, PublicKey> anchors;

  /** More than one only if several countries, or one country twice, claim the same key. */
  private final Map<KeyId, List<TrustedKey>> keys = new ConcurrentHashMap<>();

  public KeyRing(TrustAnchors anchors) {
    this(anchors, CryptoProvider.best());
  }

  public KeyRing(TrustAnchors anchors, CryptoProvider provider) {
    this.provider = provider;
    this.anchors =
        anchors.byCountry().entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, entry -> Ed25519.publicKey(entry.getValue(), provider)));
  }

  public CryptoProvider provider() {
    return provider;
  }

  public Admission add(KeyStatement statement) {
    KeyClaim claim = statement.claim();
    PublicKey anchor = anchors.get(claim.country());
    if (anchor == null) {
      return Admission.NO_ANCHOR;
    }
    if (!statement.isSignedBy(anchor, provider)) {
      return Admission.NOT_SIGNED_BY_ANCHOR;
    }
    return claim.jwk().map(jwk -> admit(claim, jwk)).orElse(Admission.NO_SUCH_KEY);
  }

  private synchronized Admission admit(KeyClaim claim, JWK jwk) {
    List<TrustedKey> known = keys.getOrDefault(claim.keyId(), List.of());
    Optional<TrustedKey> before = known.stream().filter(key -> key.isOfSameOwner(claim)).findAny();
    TrustedKey after =
        before
            .map(key -> key.narrowedTo(claim))
            .orElseGet(() -> new TrustedKey(claim, jwk, provider));
    keys.put(
        claim.keyId(),
        Stream.concat(known.stream().filter(key -> !key.isOfSameOwner(claim)), Stream.of(after))
            .toList());
    if (before.isEmpty()) {
      return Admission.ADDED;
    }
    return before.get().claim().equals(after.claim()) ? Admission.KNOWN : Admission.NARROWED;
  }

  /** Whether any anchor has said anything of a key. */
  public boolean knows(KeyId id) {
    return keys.containsKey(id);
  }

  /**
   * Whether a key may be relied on for what is said to be from that service of that country.
   *
   * @param at when the key was used, by the word of who used it
   */
  public KeyLookup lookup(KeyId id, CountryCode country, KeyUse use, Instant at) {
    List<TrustedKey> known = keys.get(id);
    if (known == null) {
      return new KeyLookup.Unknown();
    }
    TrustedKey exact = null;
    KeyRefusal nearest = KeyRefusal.WRONG_COUNTRY;
    for (TrustedKey key : known) {
      KeyClaim claim = key.claim();
      if (!claim.country().equals(country)) {
        continue;
      }
      if (claim.revokedAt() != null) {
        return new KeyLookup.Refused(KeyRefusal.REVOKED);
      }
      if (claim.use().equals(use)) {
        exact = key;
      }
      nearest = mismatch(claim.use(), use);
    }
    return answer(exact, nearest, at);
  }

  private static KeyRefusal mismatch(KeyUse known, KeyUse wanted) {
    return known.service().equals(wanted.service())
        ? KeyRefusal.WRONG_PURPOSE
        : KeyRefusal.WRONG_SERVICE;
  }

  private static KeyLookup answer(@Nullable TrustedKey exact, KeyRefusal nearest, Instant at) {
    if (exact == null) {
      return new KeyLookup.Refused(nearest);
    }
    return exact.claim().isValidAt(at)
        ? new KeyLookup.Trusted(exact)
        : new KeyLookup.Refused(KeyRefusal.OUTSIDE_VALIDITY);
  }

  /** The newest key of that country and use that is valid at a time: what to encrypt to. */
  public Optional<TrustedKey> current(CountryCode country, KeyUse use, Instant at) {
    return keys.values().stream()
        .flatMap(Collection::stream)
        .filter(key -> key.claim().country().equals(country) && key.claim().use().equals(use))
        .filter(key -> lookup(key.id(), country, use, at) instanceof KeyLookup.Trusted)
        .max(
            Comparator.comparing((TrustedKey key) -> key.claim().validFrom())
                .thenComparing(
                    key -> key.claim().validUntil(),
                    Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(key -> key.id().value()));
  }
}
