package eu.digitalnorth.attestation.messages;

import eu.digitalnorth.attestation.AttestationProperties;
import eu.digitalnorth.attestation.AttestationProperties.ApprovalPolicy;
import eu.digitalnorth.attestation.authentication.Attestation;
import eu.digitalnorth.attestation.authentication.Authentication;
import eu.digitalnorth.attestation.authentication.AuthenticationRequest;
import eu.digitalnorth.attestation.authentication.AuthenticationRules;
import eu.digitalnorth.attestation.authentication.Holder;
import eu.digitalnorth.attestation.authentication.Issuer;
import eu.digitalnorth.attestation.authentication.NewAttestation;
import eu.digitalnorth.attestation.authentication.Outcome;
import eu.digitalnorth.attestation.authentication.RefusalReason;
import eu.digitalnorth.attestation.authentication.StatusPlace;
import eu.digitalnorth.attestation.store.Authentications;
import eu.digitalnorth.attestation.store.IssuedAttestations;
import eu.digitalnorth.messaging.effect.Effects;
import eu.digitalnorth.messaging.envelope.Message;
import eu.digitalnorth.messaging.envelope.RejectedRecordException;
import eu.digitalnorth.schemas.eid.AttestationRequest;
import eu.digitalnorth.schemas.wire.TopicPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Takes attestation requests: refuses those that break a rule, and starts an authentication for
 * each of the others, which the policy approves at once or leaves to the citizen.
 */
@Component
class AttestationRequestListener {
  private final AttestationRequestAvroMapper mapper;
  private final Holders holders;
  private final AuthenticationRules rules;
  private final Issuer issuer;
  private final Authentications authentications;
  private final IssuedAttestations attestations;
  private final AttestationResponsePublisher responses;
  private final AttestationProperties settings;

  AttestationRequestListener(
      AttestationRequestAvroMapper mapper,
      Holders holders,
      AuthenticationRules rules,
      Issuer issuer,
      Authentications authentications,
      IssuedAttestations attestations,
      AttestationResponsePublisher responses,
      AttestationProperties settings) {
    this.mapper = mapper;
    this.holders = holders;
    this.rules = rules;
    this.issuer = issuer;
    this.authentications = authentications;
    this.attestations = attestations;
    this.responses = responses;
    this.settings = settings;
  }

  /** One transaction; however many messages, the registers are asked once. */
  void on(List<Message<AttestationRequest>> messages, Effects effects)
      throws RejectedRecordException {
    List<AuthenticationRequest> requests = new ArrayList<>(messages.size());
    for (Message<AttestationRequest> message : messages) {
      AuthenticationRequest request = mapper.request(message, effects.country());
      effects.received(message, AttestationAvroMapper.details(request));
      requests.add(request);
    }
    Function<AuthenticationRequest, Holder> registered = holders.find(effects.country(), requests);
    Batch batch = new Batch(effects, responses.seenBy(effects.country()));
    requests.forEach(request -> batch.take(request, registered.apply(request)));
    batch.storeAndAnswer();
  }

  private final class Batch {
    private final Effects effects;
    private final List<TopicPosition> seen;
    private final List<Authentication> started = new ArrayList<>();
    private final List<NewAttestation> issued = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();

    Batch(Effects effects, List<TopicPosition> seen) {
      this.effects = effects;
      this.seen = seen;
    }

    void take(AuthenticationRequest request, Holder holder) {
      Optional<RefusalReason> refusal = rules.refusal(request, holder, effects.now());
      if (refusal.isPresent()) {
        answers.add(new Answer(request, new Outcome.Refused(refusal.get())));
      } else {
        start(request, holder);
      }
    }

    private void start(AuthenticationRequest request, Holder holder) {
      var pending =
          new Authentication.Pending(DerivedIds.authentication(request), request, effects.now());
      if (settings.policyOf(effects.country()) == ApprovalPolicy.MANUAL) {
        started.add(pending);
      } else {
        approve(pending, holder);
      }
    }

    private void approve(Authentication.Pending pending, Holder holder) {
      Authentication.Approved approved = pending.approve(effects.now());
      AuthenticationRequest request = approved.request();
      Outcome outcome = issuer.conclude(approved, holder, DerivedIds.attestation(request));
      started.add(approved);
      if (outcome instanceof Outcome.Issued(Attestation attestation)) {
        issued.add(new NewAttestation(attestation, request.hint().subject()));
      }
      answers.add(new Answer(request, outcome));
    }

    void storeAndAnswer() {
      if (!started.isEmpty()) {
        authentications.add(started);
      }
      Map<UUID, StatusPlace> places = issued.isEmpty() ? Map.of() : attestations.add(issued);
      answers.forEach(
          answer -> responses.publish(answer.request, answer.outcome, places, seen, effects));
    }
  }

  private record Answer(AuthenticationRequest request, Outcome outcome) {}
}
