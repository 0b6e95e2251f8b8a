package eu.digitalnorth.attestation.messages;

import eu.digitalnorth.attestation.authentication.Attestation;
import eu.digitalnorth.attestation.authentication.AuthenticationRequest;
import eu.digitalnorth.attestation.authentication.Citizen;
import eu.digitalnorth.attestation.authentication.IssuedAttestation;
import eu.digitalnorth.attestation.authentication.LegalPersonData;
import eu.digitalnorth.attestation.authentication.NaturalPersonData;
import eu.digitalnorth.attestation.authentication.Outcome;
import eu.digitalnorth.attestation.authentication.RefusalReason;
import eu.digitalnorth.attestation.authentication.RequestingAuthority;
import eu.digitalnorth.messaging.effect.AuditDetails;
import eu.digitalnorth.messaging.personal.PersonalParts;
import eu.digitalnorth.schemas.eid.AttestationIssued;
import eu.digitalnorth.schemas.eid.AttestationRefusalReason;
import eu.digitalnorth.schemas.eid.AttestationRefused;
import eu.digitalnorth.schemas.eid.AttestationResponse;
import eu.digitalnorth.schemas.eid.AttestationStatus;
import eu.digitalnorth.schemas.eid.Gender;
import eu.digitalnorth.schemas.eid.LegalPerson;
import eu.digitalnorth.schemas.eid.NaturalPerson;
import eu.digitalnorth.schemas.eid.Status;
import eu.digitalnorth.schemas.wire.Authority;
import eu.digitalnorth.schemas.wire.LevelOfAssurance;
import eu.digitalnorth.trust.encryption.RecipientKey;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Answers, status and what the ledger is told, as Avro. */
final class AttestationAvroMapper {
  private AttestationAvroMapper() {}

  static AttestationResponse response(
      AuthenticationRequest request, Outcome outcome, Instant decidedAt) {
    AttestationResponse.Builder response =
        AttestationResponse.newBuilder()
            .setExchangeId(request.exchangeId())
            .setRequestId(request.requestId())
            .setAttestingCountry(request.country().value())
            .setIssuedAt(decidedAt);
    return switch (outcome) {
      case Outcome.Issued issued ->
          response.setIssued(issued(request, issued.attestation())).build();
      case Outcome.Refused refused -> response.setRefused(refused(refused.reason())).build();
    };
  }

  static AttestationStatus revoked(IssuedAttestation attestation, Instant since) {
    return AttestationStatus.newBuilder()
        .setAttestationId(attestation.id())
        .setCountry(attestation.country().value())
        .setStatus(Status.INVALID)
        .setChangedAt(since)
        .setValidUntil(attestation.validUntil())
        .build();
  }

  static AuditDetails details(AuthenticationRequest request) {
    RequestingAuthority requester = request.requester();
    return new AuditDetails(
        new Authority(requester.country().value(), requester.id(), requester.name()),
        request.hint().subject(),
        request.procedure(),
        null);
  }

  private static AttestationIssued issued(AuthenticationRequest request, Attestation attestation) {
    RecipientKey reader =
        Objects.requireNonNull(request.responseKey(), "The rules let no request pass without");
    return AttestationIssued.newBuilder()
        .setAttestationId(attestation.id())
        .setLevelOfAssurance(level(attestation))
        .setScheme(attestation.scheme())
        .setValidUntil(attestation.validUntil())
        .setAttestation(
            PersonalParts.seal(whole(attestation), reader, request.exchangeId().toString()))
        .build();
  }

  private static AttestationRefused refused(RefusalReason reason) {
    return AttestationRefused.newBuilder()
        .setReason(AttestationRefusalReason.valueOf(reason.name()))
        .setStatusCode(reason.status())
        .setSubStatusCode(reason.subStatus())
        .setExplanation(reason.explanation())
        .build();
  }

  private static eu.digitalnorth.schemas.eid.Attestation whole(Attestation attestation) {
    return eu.digitalnorth.schemas.eid.Attestation.newBuilder()
        .setAttestationId(attestation.id())
        .setExchangeId(attestation.exchangeId())
        .setAudienceCountry(attestation.audience().country().value())
        .setAudience(attestation.audience().id())
        .setIssuingCountry(attestation.issuingCountry().value())
        .setIssuingAuthority(attestation.issuingAuthority())
        .setLevelOfAssurance(level(attestation))
        .setIssuedAt(attestation.issuedAt())
        .setValidUntil(attestation.validUntil())
        .setNaturalPerson(naturalPerson(attestation.naturalPerson()))
        .setLegalPerson(legalPerson(attestation.legalPerson()))
        .build();
  }

  private static NaturalPerson naturalPerson(NaturalPersonData person) {
    return NaturalPerson.newBuilder()
        .setPersonIdentifier(person.identifier().value())
        .setIdentifierScheme(person.identifierScheme())
        .setCurrentFamilyName(person.familyName().written())
        .setCurrentGivenName(person.givenName().written())
        .setCurrentFamilyNameTransliterated(person.familyName().transliterated())
        .setCurrentGivenNameTransliterated(person.givenName().transliterated())
        .setDateOfBirth(person.dateOfBirth())
        .setBirthName(person.birthName())
        .setPlaceOfBirth(person.placeOfBirth())
        .setCurrentAddress(person.currentAddress())
        .setGender(gender(person.gender()))
        .setNationality(person.nationality())
        .setCountryOfResidence(person.countryOfResidence())
        .build();
  }

  private static @Nullable LegalPerson legalPerson(@Nullable LegalPersonData company) {
    return company == null
        ? null
        : LegalPerson.newBuilder()
            .setLegalPersonIdentifier(company.identifier().value())
            .setIdentifierScheme(company.identifierScheme())
            .setLegalName(company.legalName())
            .setLegalPersonAddress(company.address())
            .setEuIdentifier(company.euIdentifier())
            .setVatRegistrationNumber(company.vatRegistrationNumber())
            .build();
  }

  private static @Nullable Gender gender(Citizen.@Nullable Gender gender) {
    return gender == null ? null : Gender.valueOf(gender.name());
  }

  private static LevelOfAssurance level(Attestation attestation) {
    return LevelOfAssurance.valueOf(attestation.level().name());
  }
}
