package eu.digitalnorth.trust.key;

import com.nimbusds.jose.jwk.JWK;
import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.trust.crypto.CanonicalForm;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a public key: whose it is, what for and for how long. It counts only as part of a
 * {@link KeyStatement}.
 *
 * @param keyId thumbprint of the key
 * @param country the country that uses it
 * @param use the service that uses it, and for what
 * @param algorithm JWA name; must be the purpose's
 * @param publicKey the key as {@link PublicJwk} writes it
 * @param validFrom from when on it may be used, inclusive; milliseconds count
 * @param validUntil until when it may be used, exclusive; null while nothing succeeds it
 * @param revokedAt since when it is revoked, and all that it ever signed with it; null if it is not
 */
public record KeyClaim(
    KeyId keyId,
    CountryCode country,
    KeyUse use,
    String algorithm,
    byte[] publicKey,
    Instant validFrom,
    @Nullable Instant validUntil,
    @Nullable Instant revokedAt) {

  private static final String KIND = "digital-north-key-v1";

  public KeyClaim {
    publicKey = publicKey.clone();
  }

  /** A key that is new, and good until something succeeds it. */
  static KeyClaim of(JWK key, CountryCode country, KeyUse use, Instant validFrom) {
    return new KeyClaim(
        KeyId.of(key),
        country,
        use,
        use.purpose().algorithm(),
        PublicJwk.write(key),
        validFrom,
        null,
        null);
  }

  /** The key itself, if this is one for its purpose and bears its own name. */
  public Optional<JWK> jwk() {
    return algorithm.equals(use.purpose().algorithm())
        ? PublicJwk.read(publicKey, use.purpose().curve())
            .filter(key -> KeyId.of(publicKey).equals(keyId))
        : Optional.empty();
  }

  public boolean isValidAt(Instant time) {
    return !time.isBefore(validFrom) && (validUntil == null || time.isBefore(validUntil));
  }

  /** What the anchor signs; docs/keys.md has the order of the fields. */
  byte[] canonicalForm() {
    return new CanonicalForm(KIND)
        .text(keyId.value())
        .text(country.value())
        .text(use.service())
        .text(use.purpose().name())
        .text(algorithm)
        .bytes(publicKey)
        .time(validFrom)
        .time(validUntil)
        .time(revokedAt)
        .toBytes();
  }

  KeyClaim endingAt(Instant end) {
    return new KeyClaim(keyId, country, use, algorithm, publicKey, validFrom, end, revokedAt);
  }

  KeyClaim revokedAt(Instant time) {
    return new KeyClaim(keyId, country, use, algorithm, publicKey, validFrom, validUntil, time);
  }

  /**
   * What two claims about one key leave of it, in whatever order they came: it is valid only while
   * both say so, and revoked if either does. So nobody widens a key's validity, or takes back its
   * revocation, by repeating an old statement or by signing a new one.
   */
  KeyClaim and(KeyClaim other) {
    return new KeyClaim(
        keyId,
        country,
        use,
        algorithm,
        publicKey,
        validFrom.isAfter(other.validFrom) ? validFrom : other.validFrom,
        earlier(validUntil, other.validUntil),
        earlier(revokedAt, other.revokedAt));
  }

  private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }

  @Override
  public byte[] publicKey() {
    return publicKey.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof KeyClaim that && Arrays.equals(canonicalForm(), that.canonicalForm());
  }

  @Override
  public int hashCode() {
    return Objects.hash(keyId, country, use);
  }
}
