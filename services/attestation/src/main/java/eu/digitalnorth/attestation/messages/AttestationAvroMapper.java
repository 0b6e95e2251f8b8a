package eu.digitalnorth.attestation.messages;

import eu.digitalnorth.attestation.authentication.Attestation;
import eu.digitalnorth.attestation.authentication.AuthenticationRequest;
import eu.digitalnorth.attestation.authentication.Outcome;
import eu.digitalnorth.attestation.authentication.RefusalReason;
import eu.digitalnorth.attestation.authentication.RequestingAuthority;
import eu.digitalnorth.attestation.authentication.StatusPlace;
import eu.digitalnorth.messaging.effect.AuditDetails;
import eu.digitalnorth.messaging.personal.PersonalParts;
import eu.digitalnorth.schemas.eid.AttestationIssued;
import eu.digitalnorth.schemas.eid.AttestationRefusalReason;
import eu.digitalnorth.schemas.eid.AttestationRefused;
import eu.digitalnorth.schemas.eid.AttestationResponse;
import eu.digitalnorth.schemas.wire.Authority;
import eu.digitalnorth.schemas.wire.LevelOfAssurance;
import eu.digitalnorth.trust.encryption.RecipientKey;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Answers and what the ledger is told, as Avro. */
@Component
class AttestationAvroMapper {
  private final AttestationTokens tokens;

  AttestationAvroMapper(AttestationTokens tokens) {
    this.tokens = tokens;
  }

  /**
   * @param places where the status of an attestation stands, by its id
   */
  AttestationResponse response(
      AuthenticationRequest request,
      Outcome outcome,
      Map<UUID, StatusPlace> places,
      Instant decidedAt) {
    AttestationResponse.Builder response =
        AttestationResponse.newBuilder()
            .setExchangeId(request.exchangeId())
            .setRequestId(request.requestId())
            .setAttestingCountry(request.country().value())
            .setIssuedAt(decidedAt);
    return switch (outcome) {
      case Outcome.Issued(Attestation attestation) ->
          response
              .setIssued(
                  issued(
                      request,
                      attestation,
                      Objects.requireNonNull(places.get(attestation.id()), "It has no place")))
              .build();
      case Outcome.Refused refused -> response.setRefused(refused(refused.reason())).build();
    };
  }

  static AuditDetails details(AuthenticationRequest request) {
    RequestingAuthority requester = request.requester();
    return new AuditDetails(
        new Authority(requester.country().value(), requester.id(), requester.name()),
        request.hint().subject(),
        request.procedure(),
        null);
  }

  private AttestationIssued issued(
      AuthenticationRequest request, Attestation attestation, StatusPlace place) {
    RecipientKey reader =
        Objects.requireNonNull(request.responseKey(), "The rules let no request pass without");
    return AttestationIssued.newBuilder()
        .setAttestationId(attestation.id())
        .setLevelOfAssurance(level(attestation))
        .setScheme(attestation.scheme())
        .setValidUntil(attestation.validUntil())
        .setAttestation(
            PersonalParts.sealAttestation(
                tokens.issue(attestation, place), reader, request.exchangeId().toString()))
        .build();
  }

  static AttestationRefused refused(RefusalReason reason) {
    return AttestationRefused.newBuilder()
        .setReason(AttestationRefusalReason.valueOf(reason.name()))
        .setStatusCode(reason.status())
        .setSubStatusCode(reason.subStatus())
        .setExplanation(reason.explanation())
        .build();
  }

  private static LevelOfAssurance level(Attestation attestation) {
    return LevelOfAssurance.valueOf(attestation.level().name());
  }
}
