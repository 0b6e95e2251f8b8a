package eu.digitalnorth.attestation.messages;

import eu.digitalnorth.attestation.authentication.Attestation;
import eu.digitalnorth.attestation.authentication.AuthenticationRequest;
import eu.digitalnorth.attestation.authentication.Outcome;
import eu.digitalnorth.attestation.authentication.RefusalReason;
import eu.digitalnorth.attestation.authentication.RequestingAuthority;
import eu.digitalnorth.attestation.authentication.StatusPlace;
import eu.digitalnorth.messaging.effect.AuditDetails;
import eu.digitalnorth.schemas.eid.AttestationIssued;
import eu.digitalnorth.schemas.eid.AttestationRefusalReason;
import eu.digitalnorth.schemas.eid.AttestationRefused;
import eu.digitalnorth.schemas.eid.AttestationResponse;
import eu.digitalnorth.schemas.wire.Authority;
import eu.digitalnorth.schemas.wire.LevelOfAssurance;
import eu.digitalnorth.schemas.wire.PersonalPart;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Answers and what the ledger is told, as Avro. */
@Component
class AttestationAvroMapper {
  private static final String SD_JWT = "application/dc+sd-jwt";

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
              .setIssued(issued(attestation, Objects.requireNonNull(places.get(attestation.id()))))
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

  private AttestationIssued issued(Attestation attestation, StatusPlace place) {
    return AttestationIssued.newBuilder()
        .setAttestationId(attestation.id())
        .setLevelOfAssurance(level(attestation))
        .setScheme(attestation.scheme())
        .setValidUntil(attestation.validUntil())
        .setAttestation(sealed(tokens.issue(attestation, place)))
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

  private static PersonalPart sealed(String token) {
    return PersonalPart.newBuilder()
        .setContentType(SD_JWT)
        .setRecordType("")
        .setSchemaHash("")
        .setContent(ByteBuffer.wrap(token.getBytes(StandardCharsets.US_ASCII)))
        .build();
  }

  private static LevelOfAssurance level(Attestation attestation) {
    return LevelOfAssurance.valueOf(attestation.level().name());
  }
}
