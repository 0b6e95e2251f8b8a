package eu.digitalnorth.portal.wire;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.LevelOfAssurance;
import eu.digitalnorth.messaging.envelope.Source;
import eu.digitalnorth.messaging.inbox.NotYetException;
import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.messaging.trust.TrustedKeys;
import eu.digitalnorth.portal.exchange.Exchange;
import eu.digitalnorth.portal.exchange.Verdict;
import eu.digitalnorth.portal.exchange.Verdict.Fault;
import eu.digitalnorth.trust.attestation.Attestation;
import eu.digitalnorth.trust.attestation.AttestationOutcome;
import eu.digitalnorth.trust.attestation.AttestationRefusal;
import eu.digitalnorth.trust.attestation.AttestationVerifier;
import eu.digitalnorth.trust.attestation.Expected;
import eu.digitalnorth.trust.key.KeyId;
import java.time.Instant;
import java.util.UUID;

/**
 * Verifies attestations before the portal relies on them. Whether one is revoked, evidence asks.
 */
final class AttestationCheck {
  private final AttestationVerifier verifier;
  private final TrustedKeys keys;

  AttestationCheck(TrustedKeys keys) {
    this.verifier = new AttestationVerifier(keys.ring());
    this.keys = keys;
  }

  /**
   * @param now decides whether it has run out
   * @throws NotYetException if the statement about its issuer's key may be on its way
   */
  Verdict verify(String token, Exchange exchange, Instant now) {
    CountryCode issuer = exchange.terms().citizenCountry();
    Expected expected =
        new Expected(
            issuer,
            new Source(issuer, Service.ATTESTATION.id()).toString(),
            exchange.terms().requester().value(),
            exchange.id().toString());
    return switch (verifier.verify(token, expected, now)) {
      case AttestationOutcome.Verified(Attestation attestation) -> genuine(attestation);
      case AttestationOutcome.UnknownKey(KeyId keyId) -> unknownKey(keyId);
      case AttestationOutcome.Refused(AttestationRefusal reason) ->
          new Verdict.Faulty(fault(reason));
    };
  }

  private Verdict unknownKey(KeyId keyId) {
    if (keys.mayCome(keyId)) {
      throw new NotYetException("the statement about the key " + keyId, () -> keys.await(keyId));
    }
    return new Verdict.Faulty(Fault.NOT_GENUINE);
  }

  private static Verdict genuine(Attestation attestation) {
    try {
      return new Verdict.Genuine(
          UUID.fromString(attestation.id()),
          LevelOfAssurance.ofUri(attestation.levelOfAssurance()).orElse(null),
          attestation.expiresAt());
    } catch (IllegalArgumentException e) { // a name that is none of ours
      return new Verdict.Faulty(Fault.NOT_GENUINE);
    }
  }

  private static Fault fault(AttestationRefusal reason) {
    return switch (reason) {
      case MALFORMED,
          MALFORMED_CLAIMS,
          KEY_NOT_ACCEPTED,
          KEY_REVOKED,
          BAD_SIGNATURE,
          DUPLICATE_DIGEST,
          MALFORMED_DISCLOSURE,
          DISCLOSURE_NOT_SIGNED,
          DUPLICATE_DISCLOSURE ->
          Fault.NOT_GENUINE;
      case WRONG_ISSUER -> Fault.OTHER_ISSUER;
      case NOT_YET_VALID, EXPIRED -> Fault.OTHER_TIME;
      case WRONG_AUDIENCE -> Fault.OTHER_AUTHORITY;
      case WRONG_NONCE -> Fault.OTHER_EXCHANGE;
    };
  }
}
