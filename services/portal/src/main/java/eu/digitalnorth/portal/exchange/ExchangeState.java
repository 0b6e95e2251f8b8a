package eu.digitalnorth.portal.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where an exchange stands. Each state offers the transitions that are legal from it; an ended one
 * offers none.
 */
public sealed interface ExchangeState {

  /** The name as it is stored and shown. */
  Name name();

  /** The evidence requests so far. */
  List<EvidenceItem> evidence();

  /** The attestation, once it was accepted. */
  Optional<Attested> attestation();

  /** The names of all states. */
  enum Name {
    ATTESTATION_REQUESTED,
    EVIDENCE_REQUESTED,
    COMPLETED,
    REFUSED,
    EXPIRED,
    WITHDRAWN
  }

  /** Still waits for an answer. */
  sealed interface Open extends ExchangeState {
    /** Nobody answered in time. */
    default Expired expire(Instant at) {
      return new Expired(attestation().orElse(null), evidence(), at);
    }

    /** Whom it is about, or who started it, wants no more of it. */
    default Withdrawn withdraw(Instant at) {
      return new Withdrawn(attestation().orElse(null), evidence(), at);
    }
  }

  /** Final: whatever comes now is late. */
  sealed interface Ended extends ExchangeState {
    Instant endedAt();
  }

  /**
   * The citizen's country was asked.
   *
   * @param requestId {@code ce_id} of the request
   */
  record AttestationRequested(UUID requestId) implements Open {
    @Override
    public Name name() {
      return Name.ATTESTATION_REQUESTED;
    }

    @Override
    public List<EvidenceItem> evidence() {
      return List.of();
    }

    @Override
    public Optional<Attested> attestation() {
      return Optional.empty();
    }

    public Refused refuse(Refusal refusal, Instant at) {
      return new Refused(refusal, null, List.of(), at);
    }

    /**
     * @param requests the evidence requests that were sent, one for each wish
     */
    public EvidenceRequested attested(Attested attestation, List<EvidenceItem> requests) {
      return new EvidenceRequested(attestation, requests);
    }
  }

  /** The citizen is attested and the providers were asked, all at once. */
  record EvidenceRequested(Attested accepted, List<EvidenceItem> evidence) implements Open {
    public EvidenceRequested {
      evidence = List.copyOf(evidence);
    }

    @Override
    public Name name() {
      return Name.EVIDENCE_REQUESTED;
    }

    @Override
    public Optional<Attested> attestation() {
      return Optional.of(accepted);
    }

    /** The item that a message answers, if it answers one. */
    public Optional<EvidenceItem> asked(UUID requestId) {
      return evidence.stream().filter(one -> one.requestId().equals(requestId)).findFirst();
    }

    /**
     * Takes an answer. The exchange goes on until every provider has answered; then one refusal is
     * enough to refuse it, and the first in the order of asking is told.
     */
    public ExchangeState answered(UUID requestId, EvidenceAnswer answer, Instant at) {
      List<EvidenceItem> now = new ArrayList<>(evidence);
      now.replaceAll(one -> one.requestId().equals(requestId) ? one.answered(answer) : one);
      if (!now.stream().allMatch(EvidenceItem::isAnswered)) {
        return new EvidenceRequested(accepted, now);
      }
      return now.stream()
          .flatMap(one -> one.refusal().stream())
          .findFirst()
          .<ExchangeState>map(refusal -> new Refused(refusal, accepted, now, at))
          .orElseGet(() -> new Completed(accepted, now, at));
    }
  }

  /** Every evidence was provided. */
  record Completed(Attested accepted, List<EvidenceItem> evidence, Instant endedAt)
      implements Ended {
    public Completed {
      evidence = List.copyOf(evidence);
    }

    @Override
    public Name name() {
      return Name.COMPLETED;
    }

    @Override
    public Optional<Attested> attestation() {
      return Optional.of(accepted);
    }
  }

  /** Somebody refused, for a reason that has a type. */
  record Refused(
      Refusal refusal, @Nullable Attested accepted, List<EvidenceItem> evidence, Instant endedAt)
      implements Ended {
    public Refused {
      evidence = List.copyOf(evidence);
    }

    @Override
    public Name name() {
      return Name.REFUSED;
    }

    @Override
    public Optional<Attested> attestation() {
      return Optional.ofNullable(accepted);
    }
  }

  /** Somebody did not answer. */
  record Expired(@Nullable Attested accepted, List<EvidenceItem> evidence, Instant endedAt)
      implements Ended {
    public Expired {
      evidence = List.copyOf(evidence);
    }

    @Override
    public Name name() {
      return Name.EXPIRED;
    }

    @Override
    public Optional<Attested> attestation() {
      return Optional.ofNullable(accepted);
    }
  }

  /** It was ended before its answers had come. */
  record Withdrawn(@Nullable Attested accepted, List<EvidenceItem> evidence, Instant endedAt)
      implements Ended {
    public Withdrawn {
      evidence = List.copyOf(evidence);
    }

    @Override
    public Name name() {
      return Name.WITHDRAWN;
    }

    @Override
    public Optional<Attested> attestation() {
      return Optional.ofNullable(accepted);
    }
  }
}
