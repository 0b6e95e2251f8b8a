package eu.digitalnorth.portal.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.digitalnorth.country.EvidenceTypeCode;
import eu.digitalnorth.portal.exchange.Attested;
import eu.digitalnorth.portal.exchange.EvidenceAnswer;
import eu.digitalnorth.portal.exchange.EvidenceItem;
import eu.digitalnorth.portal.exchange.EvidenceWish;
import eu.digitalnorth.portal.exchange.Exchange;
import eu.digitalnorth.portal.exchange.ExchangeState;
import eu.digitalnorth.portal.exchange.Refusal;
import eu.digitalnorth.portal.exchange.Terms;
import eu.digitalnorth.portal.store.TimelineStore.Numbered;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An exchange as it is shown; nothing personal. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExchangeView(
    UUID id,
    ExchangeState.Name state,
    String requester,
    String procedure,
    String citizenCountry,
    String levelOfAssurance,
    boolean explicitRequest,
    boolean possibilityForPreview,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant endedAt,
    ResponseKeyState responseKey,
    @Nullable AttestationView attestation,
    List<EvidenceView> evidence,
    @Nullable Refusal refusal,
    List<TimelineView> timeline) {

  static ExchangeView of(Exchange exchange, List<Numbered> timeline) {
    Terms terms = exchange.terms();
    ExchangeState state = exchange.state();
    return new ExchangeView(
        exchange.id(),
        state.name(),
        terms.requester().value(),
        terms.procedure().value(),
        terms.citizenCountry().value(),
        terms.level().lower(),
        terms.explicitRequest(),
        terms.possibilityForPreview(),
        exchange.createdAt(),
        exchange.expiresAt(),
        state instanceof ExchangeState.Ended ended ? ended.endedAt() : null,
        exchange.responseKey() == null ? ResponseKeyState.DESTROYED : ResponseKeyState.HELD,
        state.attestation().map(AttestationView::of).orElse(null),
        evidence(terms, state),
        state instanceof ExchangeState.Refused refused ? refused.refusal() : null,
        timeline.stream().map(TimelineView::of).toList());
  }

  private static List<EvidenceView> evidence(Terms terms, ExchangeState state) {
    List<EvidenceView> views = new ArrayList<>();
    for (int i = 0; i < terms.evidence().size(); i++) {
      EvidenceItem asked = i < state.evidence().size() ? state.evidence().get(i) : null;
      views.add(EvidenceView.of(terms.evidence().get(i), asked));
    }
    return views;
  }

  /** Whether what was sent to the exchange can still be opened. */
  enum ResponseKeyState {
    HELD,
    DESTROYED
  }

  /** What can be said of the attestation in clear. */
  record AttestationView(UUID attestationId, String levelOfAssurance, Instant validUntil) {
    static AttestationView of(Attested attested) {
      return new AttestationView(
          attested.attestationId(), attested.level().lower(), attested.validUntil());
    }
  }

  /** An evidence: what was asked for, and its metadata once it is provided. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record EvidenceView(
      EvidenceTypeCode type,
      String providerCountry,
      State state,
      @Nullable UUID evidenceId,
      @Nullable String issuingAuthority,
      @Nullable LocalDate issuedOn,
      @Nullable String isConformantTo,
      @Nullable Refusal refusal) {

    /** How far it is. */
    enum State {
      WAITING,
      REQUESTED,
      PROVIDED,
      REFUSED
    }

    static EvidenceView of(EvidenceWish wish, @Nullable EvidenceItem asked) {
      EvidenceAnswer answer = asked == null ? null : asked.answer();
      return switch (answer) {
        case null -> unanswered(wish, asked == null ? State.WAITING : State.REQUESTED, null);
        case EvidenceAnswer.Refused refused -> unanswered(wish, State.REFUSED, refused.refusal());
        case EvidenceAnswer.Provided provided ->
            new EvidenceView(
                wish.type(),
                wish.providerCountry().value(),
                State.PROVIDED,
                provided.evidenceId(),
                provided.issuingAuthority(),
                provided.issuedOn(),
                provided.conformsTo(),
                null);
      };
    }

    private static EvidenceView unanswered(
        EvidenceWish wish, State state, @Nullable Refusal refusal) {
      return new EvidenceView(
          wish.type(), wish.providerCountry().value(), state, null, null, null, null, refusal);
    }
  }
}
