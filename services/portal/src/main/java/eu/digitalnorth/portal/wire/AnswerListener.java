package eu.digitalnorth.portal.wire;

import eu.digitalnorth.messaging.effect.AuditDetails;
import eu.digitalnorth.messaging.effect.Decision;
import eu.digitalnorth.messaging.effect.Effects;
import eu.digitalnorth.messaging.envelope.RejectedRecordException;
import eu.digitalnorth.messaging.envelope.Rejection;
import eu.digitalnorth.portal.exchange.AttestationAnswer;
import eu.digitalnorth.portal.exchange.Attested;
import eu.digitalnorth.portal.exchange.EvidenceAnswer;
import eu.digitalnorth.portal.exchange.EvidenceItem;
import eu.digitalnorth.portal.exchange.Exchange;
import eu.digitalnorth.portal.exchange.ExchangeState;
import eu.digitalnorth.portal.exchange.ExchangeState.AttestationRequested;
import eu.digitalnorth.portal.exchange.ExchangeState.Ended;
import eu.digitalnorth.portal.exchange.ExchangeState.EvidenceRequested;
import eu.digitalnorth.portal.exchange.Refusal;
import eu.digitalnorth.portal.exchange.Timeline;
import eu.digitalnorth.portal.exchange.Verdict;
import eu.digitalnorth.portal.store.ExchangeStore;
import eu.digitalnorth.portal.store.TimelineStore;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Carries exchanges on with the answers that come; nobody waits for them. */
final class AnswerListener {
  private static final String UNKNOWN_EXCHANGE = "UNKNOWN_EXCHANGE";
  private static final String ALREADY_ANSWERED = "ALREADY_ANSWERED";
  private static final String ACCEPTED = "ATTESTATION_ACCEPTED";

  private final ExchangeStore exchanges;
  private final TimelineStore timelines;
  private final ExchangeAvroMapper mapper;
  private final AttestationCheck attestations;
  private final RequestSender sender;

  AnswerListener(
      ExchangeStore exchanges,
      TimelineStore timelines,
      ExchangeAvroMapper mapper,
      AttestationCheck attestations,
      RequestSender sender) {
    this.exchanges = exchanges;
    this.timelines = timelines;
    this.mapper = mapper;
    this.attestations = attestations;
    this.sender = sender;
  }

  void onAttestations(List<Answer<AttestationAnswer>> answers, Effects effects)
      throws RejectedRecordException {
    Map<UUID, Exchange> known = lock(answers, effects);
    for (Answer<AttestationAnswer> answer : answers) {
      Exchange exchange = known.get(answer.exchangeId());
      if (exchange != null && exchange.state() instanceof AttestationRequested state) {
        known.put(exchange.id(), attestation(exchange, state, answer, effects));
      } else {
        late(exchange, answer, effects);
      }
    }
  }

  void onEvidence(List<Answer<EvidenceAnswer>> answers, Effects effects)
      throws RejectedRecordException {
    Map<UUID, Exchange> known = lock(answers, effects);
    for (Answer<EvidenceAnswer> answer : answers) {
      Exchange exchange = known.get(answer.exchangeId());
      if (exchange != null && exchange.state() instanceof EvidenceRequested state) {
        known.put(exchange.id(), evidence(exchange, state, answer, effects));
      } else {
        late(exchange, answer, effects);
      }
    }
  }

  private Exchange attestation(
      Exchange exchange,
      AttestationRequested state,
      Answer<AttestationAnswer> answer,
      Effects effects)
      throws RejectedRecordException {
    require(
        answer.requestId().equals(state.requestId())
            && answer.sender().equals(exchange.terms().citizenCountry()),
        "The attestation answers a request that was not made, or not of this country");
    AttestationAnswer content = answer.content().open(exchange.keys());
    AuditDetails details = mapper.attestationDetails(exchange.terms(), exchange.subject());
    effects.received(answer.message(), details);
    return switch (content) {
      case AttestationAnswer.Refused refused -> {
        tellAttestation(exchange, answer, refused.refusal().reason(), effects);
        yield end(exchange, state.refuse(refused.refusal(), effects.now()), effects);
      }
      case AttestationAnswer.Issued issued -> {
        tellAttestation(exchange, answer, "ISSUED", effects);
        String token = mapper.attestation(answer, exchange);
        Verdict verdict = attestations.verify(token, exchange, effects.now());
        Optional<Refusal> objection = exchange.objectionTo(issued, verdict);
        String outcome = objection.map(Refusal::reason).orElse(ACCEPTED);
        effects.decided(answer.message(), details, new Decision(outcome, effects.now(), List.of()));
        yield objection.isPresent()
            ? end(exchange, state.refuse(objection.get(), effects.now()), effects)
            : goOn(exchange, state, answer, issued, token, effects);
      }
    };
  }

  private Exchange goOn(
      Exchange exchange,
      AttestationRequested state,
      Answer<AttestationAnswer> answer,
      AttestationAnswer.Issued issued,
      String token,
      Effects effects) {
    List<EvidenceItem> asked =
        exchange.terms().evidence().stream()
            .map(wish -> sender.requestEvidence(exchange, wish, answer, issued, token, effects))
            .toList();
    Attested attested =
        new Attested(
            issued.attestationId(), Objects.requireNonNull(issued.level()), issued.validUntil());
    Exchange next = exchange.in(state.attested(attested, asked));
    exchanges.save(next);
    return next;
  }

  private Exchange evidence(
      Exchange exchange, EvidenceRequested state, Answer<EvidenceAnswer> answer, Effects effects)
      throws RejectedRecordException {
    Optional<EvidenceItem> asked = state.asked(answer.requestId());
    require(
        asked.filter(item -> isFrom(item, answer)).isPresent(),
        "The evidence answers a request that was not made, or not of this country");
    EvidenceItem item = asked.orElseThrow();
    if (item.isAnswered()) {
      late(exchange, answer, effects);
      return exchange;
    }
    EvidenceAnswer content = answer.content().open(exchange.keys());
    effects.received(answer.message(), mapper.evidenceDetails(exchange, item.wish().type()));
    timelines.add(
        exchange,
        timeline(effects)
            .evidenceAnswered(
                item.wish(),
                answer.topic(),
                answer.message().id(),
                outcome(content),
                item.askedAt()));
    ExchangeState next = state.answered(item.requestId(), content, effects.now());
    if (next instanceof Ended ended) {
      return end(exchange, ended, effects);
    }
    exchanges.save(exchange.in(next));
    return exchange.in(next);
  }

  private Exchange end(Exchange exchange, Ended state, Effects effects) {
    Exchange ended = exchange.in(state);
    exchanges.save(ended);
    timelines.add(ended, timeline(effects).ended(state, exchange.createdAt()));
    return ended;
  }

  private void tellAttestation(
      Exchange exchange, Answer<AttestationAnswer> answer, String outcome, Effects effects) {
    timelines.add(
        exchange,
        timeline(effects)
            .attestationAnswered(
                answer.sender(),
                answer.topic(),
                answer.message().id(),
                outcome,
                exchange.createdAt()));
  }

  /** Nothing changes any more, and the ledger learns why. */
  private void late(@Nullable Exchange exchange, Answer<?> answer, Effects effects) {
    if (exchange == null) {
      effects.late(answer.message(), AuditDetails.none(), UNKNOWN_EXCHANGE);
      return;
    }
    String why =
        exchange.state() instanceof Ended ? exchange.state().name().name() : ALREADY_ANSWERED;
    effects.late(
        answer.message(), mapper.attestationDetails(exchange.terms(), exchange.subject()), why);
    timelines.add(
        exchange,
        timeline(effects).answeredLate(answer.from(), answer.topic(), answer.message().id()));
  }

  private Map<UUID, Exchange> lock(List<? extends Answer<?>> answers, Effects effects) {
    return exchanges.lock(
        effects.country(), answers.stream().map(Answer::exchangeId).collect(Collectors.toSet()));
  }

  private static boolean isFrom(EvidenceItem item, Answer<?> answer) {
    return item.wish().providerCountry().equals(answer.sender());
  }

  private static String outcome(EvidenceAnswer answer) {
    return switch (answer) {
      case EvidenceAnswer.Provided provided -> "PROVIDED";
      case EvidenceAnswer.Refused refused ->
          refused.refusal().code() + " " + refused.refusal().reason();
    };
  }

  private static Timeline timeline(Effects effects) {
    return new Timeline(effects.country(), effects.now());
  }

  private static void require(boolean condition, String otherwise) throws RejectedRecordException {
    if (!condition) {
      throw new RejectedRecordException(Rejection.INCONSISTENT, otherwise);
    }
  }
}
