package eu.digitalnorth.trust.status;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.trust.ClockDifference;
import eu.digitalnorth.trust.jose.Jws;
import eu.digitalnorth.trust.key.KeyLookup;
import eu.digitalnorth.trust.key.KeyPurpose;
import eu.digitalnorth.trust.key.KeyRefusal;
import eu.digitalnorth.trust.key.KeyRing;
import eu.digitalnorth.trust.key.KeyUse;
import eu.digitalnorth.trust.key.TrustedKey;
import java.text.ParseException;
import java.time.Instant;
import java.util.Optional;

/** Verifies status lists that a {@link StatusListIssuer} signed. Safe for many threads. */
public final class StatusListVerifier {
  private static final int MOST_CHARACTERS = 600_000;
  private static final KeyUse ISSUER = new KeyUse("attestation", KeyPurpose.STATUS_SIGNATURE);

  private final KeyRing keys;

  public StatusListVerifier(KeyRing keys) {
    this.keys = keys;
  }

  /**
   * @param country whose list it must be
   * @param uri names the list
   */
  public StatusListOutcome verify(String jwt, CountryCode country, String uri, Instant now) {
    Optional<Jws> jws = Jws.parse(jwt, StatusListToken.MEDIA_TYPE, MOST_CHARACTERS);
    if (jws.isEmpty()) {
      return refused(StatusListRefusal.MALFORMED);
    }
    Instant issuedAt;
    try {
      issuedAt = jws.get().time("iat").plusMillis(999); // keys are valid from a millisecond on
    } catch (ParseException e) {
      return refused(StatusListRefusal.MALFORMED);
    }
    return switch (keys.lookup(jws.get().keyId(), country, ISSUER, issuedAt)) {
      case KeyLookup.Trusted(TrustedKey key) -> verify(jws.get(), key, uri, now);
      case KeyLookup.Unknown() -> new StatusListOutcome.UnknownKey(jws.get().keyId());
      case KeyLookup.Refused(KeyRefusal reason) -> refused(StatusListRefusal.KEY_NOT_ACCEPTED);
    };
  }

  private StatusListOutcome verify(Jws jws, TrustedKey key, String uri, Instant now) {
    return jws.isSignedBy(key, keys.provider())
        ? StatusListToken.read(jws)
            .map(token -> accept(token, uri, now))
            .orElseGet(() -> refused(StatusListRefusal.MALFORMED))
        : refused(StatusListRefusal.BAD_SIGNATURE);
  }

  private static StatusListOutcome accept(StatusListToken token, String uri, Instant now) {
    if (!token.uri().equals(uri)) {
      return refused(StatusListRefusal.WRONG_LIST);
    }
    if (token.issuedAt().isAfter(now.plus(ClockDifference.MOST))) {
      return refused(StatusListRefusal.NOT_YET_VALID);
    }
    return now.isBefore(token.freshUntil())
        ? new StatusListOutcome.Verified(token)
        : refused(StatusListRefusal.STALE);
  }

  private static StatusListOutcome refused(StatusListRefusal reason) {
    return new StatusListOutcome.Refused(reason);
  }
}
