package eu.digitalnorth.attestation.messages;

import eu.digitalnorth.attestation.authentication.AuthenticationRequest;
import eu.digitalnorth.attestation.authentication.Outcome;
import eu.digitalnorth.attestation.authentication.StatusPlace;
import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.effect.AuditDetails;
import eu.digitalnorth.messaging.effect.Decision;
import eu.digitalnorth.messaging.effect.EarlierMessage;
import eu.digitalnorth.messaging.effect.Effects;
import eu.digitalnorth.messaging.state.Positions;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.schemas.wire.TopicPosition;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Tells the requester the answer, and the ledger that it was decided. Whoever decides and whenever:
 * the request is the cause, so that redelivering it sends the same answer again.
 */
@Component
public class AttestationResponsePublisher {
  private static final String ISSUED = "ISSUED";

  private final Positions positions;
  private final AttestationAvroMapper mapper;

  AttestationResponsePublisher(Positions positions, AttestationAvroMapper mapper) {
    this.positions = positions;
    this.mapper = mapper;
  }

  /**
   * Within the transaction that decided, with the time of its effects.
   *
   * @param places where the status of an attestation stands, by its id
   */
  public void publish(
      AuthenticationRequest request,
      Outcome outcome,
      Map<UUID, StatusPlace> places,
      Effects effects) {
    publish(request, outcome, places, seenBy(effects.country()), effects);
  }

  void publish(
      AuthenticationRequest request,
      Outcome outcome,
      Map<UUID, StatusPlace> places,
      List<TopicPosition> seen,
      Effects effects) {
    EarlierMessage cause =
        new EarlierMessage(
            request.requestId(),
            request.cause(),
            request.exchangeId(),
            TopicCatalogue.ATTESTATION_REQUEST,
            request.requester().country(),
            request.traceParent());
    AuditDetails details = AttestationAvroMapper.details(request);
    effects.decided(cause, details, new Decision(name(outcome), effects.now(), seen));
    effects.send(
        cause,
        TopicCatalogue.ATTESTATION_RESPONSE,
        request.requester().country(),
        request.exchangeId().toString(),
        mapper.response(request, outcome, places, effects.now()),
        details);
  }

  List<TopicPosition> seenBy(CountryCode country) {
    return positions.seenBy(country);
  }

  private static String name(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Issued issued -> ISSUED;
      case Outcome.Refused refused -> refused.reason().name();
    };
  }
}
