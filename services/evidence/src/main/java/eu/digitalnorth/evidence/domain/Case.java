package eu.digitalnorth.evidence.domain;

import eu.digitalnorth.country.AccessAgreement;
import eu.digitalnorth.country.Authority;
import eu.digitalnorth.country.AuthorityId;
import eu.digitalnorth.country.CountryProfile;
import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.country.EvidenceTypeCode;
import eu.digitalnorth.country.LevelOfAssurance;
import eu.digitalnorth.country.ProcedureCode;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request with all that the rules look at, and the questions that they ask.
 *
 * @param provider the country that is asked
 * @param participants for the requester's authorities
 * @param withdrawn whether the attesting country withdrew the attestation
 * @param decidedAt the time that counts
 */
record Case(
    EvidenceRequest request,
    CountryProfile provider,
    CountryProfiles participants,
    boolean withdrawn,
    Instant decidedAt) {

  private static final String SPECIFICATION = "oots-edm:v2.0";

  boolean isInTime() {
    return decidedAt.isBefore(request.expiresAt());
  }

  boolean followsTheDataModel() {
    return request.specification().equals(SPECIFICATION);
  }

  boolean wasIssuedBeforeItExpires() {
    return request.issuedAt().isBefore(request.expiresAt());
  }

  boolean namesAProcedure() {
    return request.procedure() != null;
  }

  boolean namesAnAuthorityOfTheRequester() {
    AuthorityId requester = request.requester();
    return requester != null && requester.country().equals(request.requesterCountry());
  }

  boolean isOfATypeThatIsProvided() {
    EvidenceTypeCode type = request.type();
    return type != null && provider.providerOf(type).isPresent();
  }

  boolean hasACompanyIfItNeedsOne() {
    Attestation attestation = request.attestation();
    return request.type() != EvidenceTypeCode.COMPANY_REGISTRATION
        || attestation == null
        || attestation.legalPerson() != null;
  }

  boolean hasAReadableAttestation() {
    Attestation attestation = request.attestation();
    return attestation != null && identitiesFit(attestation);
  }

  boolean hasTheAttestationThatItNames() {
    return attestation()
        .filter(a -> a.attestationId().equals(request.attestationId()))
        .filter(a -> issuer().filter(a.issuingCountry()::equals).isPresent())
        .isPresent();
  }

  boolean isByTheAudienceOfTheAttestation() {
    AuthorityId requester = request.requester();
    return attestation()
        .filter(a -> a.audienceCountry().equals(request.requesterCountry().value()))
        .filter(a -> requester != null && a.audience().equals(requester.value()))
        .isPresent();
  }

  boolean isOfTheExchangeOfTheAttestation() {
    return attestation().filter(a -> a.exchangeId().equals(request.exchangeId())).isPresent();
  }

  boolean hasAnAttestationThatIsStillValid() {
    return attestation().filter(a -> decidedAt.isBefore(a.validUntil())).isPresent();
  }

  boolean isUnderAnAgreement() {
    return agreement().isPresent();
  }

  boolean isSureEnoughOfTheCitizen() {
    LevelOfAssurance level = attestation().map(Attestation::levelOfAssurance).orElse(null);
    return level != null && agreement().filter(a -> level.isAtLeast(a.minimumLevel())).isPresent();
  }

  private Optional<Attestation> attestation() {
    return Optional.ofNullable(request.attestation());
  }

  private Optional<String> issuer() {
    return Optional.ofNullable(request.attestingCountry()).map(Objects::toString);
  }

  /** An agreement helps only an authority that runs the procedure. */
  private Optional<AccessAgreement> agreement() {
    AuthorityId requester = request.requester();
    ProcedureCode procedure = request.procedure();
    EvidenceTypeCode type = request.type();
    if (requester == null || procedure == null || type == null) {
      return Optional.empty();
    }
    Optional<Authority> authority = participants.authority(requester);
    return authority.filter(one -> one.runs(procedure)).isPresent()
        ? provider.agreementFor(request.requesterCountry(), procedure, type, requester)
        : Optional.empty();
  }

  private static boolean identitiesFit(Attestation attestation) {
    return fits(attestation, attestation.naturalPerson())
        && (attestation.legalPerson() == null || fits(attestation, attestation.legalPerson()));
  }

  private static boolean fits(Attestation attestation, @Nullable AttestedIdentity identity) {
    return identity != null
        && identity.isFrom(attestation.issuingCountry(), attestation.audienceCountry());
  }
}
