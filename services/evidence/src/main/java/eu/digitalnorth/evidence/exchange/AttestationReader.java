package eu.digitalnorth.evidence.exchange;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.LevelOfAssurance;
import eu.digitalnorth.country.identifier.PersonIdentifier;
import eu.digitalnorth.evidence.domain.Attestation;
import eu.digitalnorth.evidence.domain.AttestedIdentity;
import eu.digitalnorth.evidence.domain.Presented;
import eu.digitalnorth.evidence.domain.Presented.Fault;
import eu.digitalnorth.messaging.envelope.Source;
import eu.digitalnorth.messaging.inbox.NotYetException;
import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.messaging.trust.TrustedKeys;
import eu.digitalnorth.trust.attestation.AttestationOutcome;
import eu.digitalnorth.trust.attestation.AttestationRefusal;
import eu.digitalnorth.trust.attestation.AttestationVerifier;
import eu.digitalnorth.trust.attestation.Expected;
import eu.digitalnorth.trust.attestation.PidClaim;
import eu.digitalnorth.trust.attestation.PidClaims;
import eu.digitalnorth.trust.key.KeyId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Verifies attestations, and reads those that are genuine. */
final class AttestationReader {
  private final AttestationVerifier verifier;
  private final TrustedKeys keys;

  AttestationReader(TrustedKeys keys) {
    this.verifier = new AttestationVerifier(keys.ring());
    this.keys = keys;
  }

  /**
   * @param issuer the country that is said to have issued it
   * @param audience the authority that presents it
   * @param exchangeId in which exchange
   * @param now decides whether it has run out
   * @throws NotYetException if the statement about its issuer's key may be on its way
   */
  Presented read(String token, CountryCode issuer, String audience, UUID exchangeId, Instant now) {
    Expected expected =
        new Expected(
            issuer,
            new Source(issuer, Service.ATTESTATION.id()).toString(),
            audience,
            exchangeId.toString());
    return switch (verifier.verify(token, expected, now)) {
      case AttestationOutcome.Verified(var attestation) -> genuine(attestation);
      case AttestationOutcome.UnknownKey(KeyId keyId) -> unknownKey(keyId);
      case AttestationOutcome.Refused(AttestationRefusal reason) ->
          new Presented.Faulty(fault(reason));
    };
  }

  private Presented unknownKey(KeyId keyId) {
    if (keys.mayCome(keyId)) {
      throw new NotYetException("the statement about the key " + keyId, () -> keys.await(keyId));
    }
    return new Presented.Faulty(Fault.SIGNATURE);
  }

  private static Presented genuine(eu.digitalnorth.trust.attestation.Attestation attestation) {
    try {
      return new Presented.Genuine(
          new Attestation(
              UUID.fromString(attestation.id()),
              attestation.issuingCountry(),
              LevelOfAssurance.ofUri(attestation.levelOfAssurance()).orElse(null),
              new Attestation.StatusPlace(attestation.status().uri(), attestation.status().index()),
              citizen(attestation.person()),
              attestation
                  .person()
                  .object(PidClaim.LEGAL_PERSON)
                  .map(AttestationReader::company)
                  .orElse(null)));
    } catch (IllegalArgumentException e) { // a name that is none of ours
      return new Presented.Faulty(Fault.FORM);
    }
  }

  private static AttestedIdentity citizen(PidClaims person) {
    return identity(
        person.text(PidClaim.IDENTIFIER_SCHEME).orElse(null),
        person.text(PidClaim.EIDAS_PERSON_IDENTIFIER).orElse(null));
  }

  private static AttestedIdentity company(Map<String, String> members) {
    return identity(members.get("identifier_scheme"), members.get("legal_person_identifier"));
  }

  /** What is missing or none is left to the rules. */
  private static AttestedIdentity identity(@Nullable String scheme, @Nullable String identifier) {
    return new AttestedIdentity(
        scheme == null ? "" : scheme,
        Optional.ofNullable(identifier).flatMap(AttestationReader::identifier).orElse(null));
  }

  private static Optional<PersonIdentifier> identifier(String text) {
    try {
      return Optional.of(PersonIdentifier.parse(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Fault fault(AttestationRefusal reason) {
    return switch (reason) {
      case MALFORMED, MALFORMED_CLAIMS -> Fault.FORM;
      case KEY_NOT_ACCEPTED, KEY_REVOKED, BAD_SIGNATURE -> Fault.SIGNATURE;
      case DUPLICATE_DIGEST, MALFORMED_DISCLOSURE, DISCLOSURE_NOT_SIGNED, DUPLICATE_DISCLOSURE ->
          Fault.DISCLOSURES;
      case WRONG_ISSUER -> Fault.ISSUER;
      case NOT_YET_VALID -> Fault.NOT_YET_VALID;
      case EXPIRED -> Fault.EXPIRED;
      case WRONG_AUDIENCE -> Fault.AUDIENCE;
      case WRONG_NONCE -> Fault.EXCHANGE;
    };
  }
}
