package eu.digitalnorth.trust.attestation;

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
import java.util.List;
import java.util.Optional;

/**
 * Verifies attestations that an {@link AttestationIssuer} issued: signature, key, type, validity,
 * audience, exchange and disclosures. Safe for many threads.
 */
public final class AttestationVerifier {
  /** The largest that is issued takes about 4,000. */
  private static final int MOST_CHARACTERS = 32_000;

  private static final KeyUse ISSUER = new KeyUse("attestation", KeyPurpose.ATTESTATION_SIGNATURE);

  private final KeyRing keys;

  public AttestationVerifier(KeyRing keys) {
    this.keys = keys;
  }

  /**
   * @param now decides whether it has expired
   */
  public AttestationOutcome verify(String sdJwt, Expected expected, Instant now) {
    try {
      List<String> parts = split(sdJwt);
      Jws jws =
          Jws.parse(parts.getFirst(), Attestation.MEDIA_TYPE, MOST_CHARACTERS)
              .orElseThrow(() -> new RefusedException(AttestationRefusal.MALFORMED));
      Optional<TrustedKey> key = key(jws, expected);
      if (key.isEmpty()) {
        return new AttestationOutcome.UnknownKey(jws.keyId());
      }
      if (!jws.isSignedBy(key.get(), keys.provider())) {
        throw new RefusedException(AttestationRefusal.BAD_SIGNATURE);
      }
      PidClaims person = Disclosures.match(jws.claims(), parts.subList(1, parts.size() - 1));
      return new AttestationOutcome.Verified(accept(read(jws, person), expected, now));
    } catch (RefusedException e) {
      return new AttestationOutcome.Refused(e.reason());
    }
  }

  /** JWT, disclosures, and an empty last part, since there is no key binding. */
  private static List<String> split(String sdJwt) throws RefusedException {
    if (sdJwt.length() > MOST_CHARACTERS || !sdJwt.endsWith("~")) {
      throw new RefusedException(AttestationRefusal.MALFORMED);
    }
    return List.of(sdJwt.split("~", -1));
  }

  /** Empty if nobody vouched for it yet. */
  private Optional<TrustedKey> key(Jws jws, Expected expected) throws RefusedException {
    Instant issuedAt = issuedAt(jws);
    return switch (keys.lookup(jws.keyId(), expected.issuingCountry(), ISSUER, issuedAt)) {
      case KeyLookup.Trusted(TrustedKey key) -> Optional.of(key);
      case KeyLookup.Unknown() -> Optional.empty();
      case KeyLookup.Refused(KeyRefusal reason) ->
          throw new RefusedException(
              reason == KeyRefusal.REVOKED
                  ? AttestationRefusal.KEY_REVOKED
                  : AttestationRefusal.KEY_NOT_ACCEPTED);
    };
  }

  /** The end of its second, since keys are valid from a millisecond on. */
  private static Instant issuedAt(Jws jws) throws RefusedException {
    try {
      return jws.time("iat").plusMillis(999);
    } catch (ParseException e) {
      throw new RefusedException(AttestationRefusal.MALFORMED);
    }
  }

  private static Attestation read(Jws jws, PidClaims person) throws RefusedException {
    try {
      if (Attestation.TYPE.equals(jws.claims().get("vct"))) {
        return AttestationPayload.read(jws, person);
      }
    } catch (ParseException e) {
      // Refused like another type.
    }
    throw new RefusedException(AttestationRefusal.MALFORMED_CLAIMS);
  }

  private static Attestation accept(Attestation attestation, Expected expected, Instant now)
      throws RefusedException {
    if (!attestation.issuer().equals(expected.issuer())
        || !attestation.issuingCountry().equals(expected.issuingCountry())) {
      throw new RefusedException(AttestationRefusal.WRONG_ISSUER);
    }
    if (attestation.issuedAt().isAfter(now.plus(ClockDifference.MOST))) {
      throw new RefusedException(AttestationRefusal.NOT_YET_VALID);
    }
    if (!now.isBefore(attestation.expiresAt())) {
      throw new RefusedException(AttestationRefusal.EXPIRED);
    }
    if (!attestation.audience().equals(expected.audience())) {
      throw new RefusedException(AttestationRefusal.WRONG_AUDIENCE);
    }
    if (!attestation.nonce().equals(expected.nonce())) {
      throw new RefusedException(AttestationRefusal.WRONG_NONCE);
    }
    return attestation;
  }
}
