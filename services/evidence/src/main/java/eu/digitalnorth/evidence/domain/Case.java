package eu.digitalnorth.evidence.domain;

import eu.digitalnorth.country.AccessAgreement;
import eu.digitalnorth.country.Authority;
import eu.digitalnorth.country.AuthorityId;
import eu.digitalnorth.country.CountryProfile;
import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.country.EvidenceTypeCode;
import eu.digitalnorth.country.LevelOfAssurance;
import eu.digitalnorth.country.ProcedureCode;
import eu.digitalnorth.evidence.domain.Presented.Fault;
import java.time.Instant;
import java.util.Optional;

/**
 * A request with all that the rules look at, and the questions that they ask.
 *
 * @param provider the country that is asked
 * @param participants for the requester's authorities
 * @param standing what the attesting country says of the attestation by now
 * @param decidedAt the time that counts
 */
record Case(
    EvidenceRequest request,
    CountryProfile provider,
    CountryProfiles participants,
    Standing standing,
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
    return request.type() != EvidenceTypeCode.COMPANY_REGISTRATION
        || request.attestation().filter(a -> a.legalPerson() == null).isEmpty();
  }

  boolean isFreeOf(Fault fault) {
    return !(request.presented() instanceof Presented.Faulty(Fault found) && found == fault);
  }

  boolean hasTheAttestationThatItNames() {
    return isFreeOf(Fault.ISSUER)
        && request
            .attestation()
            .filter(a -> !a.attestationId().equals(request.attestationId()))
            .isEmpty();
  }

  /** Identifiers of the issuer's for the requester's country, as eIDAS wants them. */
  boolean hasIdentitiesForTheRequester() {
    return request.attestation().filter(a -> !identitiesFit(a)).isEmpty();
  }

  boolean hasAKnownStatus() {
    return request.attestation().isEmpty() || standing != Standing.UNKNOWN;
  }

  boolean isNeitherRevokedNorSuspended() {
    return standing != Standing.REVOKED && standing != Standing.SUSPENDED;
  }

  boolean isUnderAnAgreement() {
    return agreement().isPresent();
  }

  boolean isSureEnoughOfTheCitizen() {
    LevelOfAssurance level = request.attestation().map(Attestation::levelOfAssurance).orElse(null);
    return level != null && agreement().filter(a -> level.isAtLeast(a.minimumLevel())).isPresent();
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

  private boolean identitiesFit(Attestation attestation) {
    AttestedIdentity company = attestation.legalPerson();
    return fits(attestation, attestation.naturalPerson())
        && (company == null || fits(attestation, company));
  }

  private boolean fits(Attestation attestation, AttestedIdentity identity) {
    return identity.isFrom(attestation.issuingCountry(), request.requesterCountry());
  }
}
