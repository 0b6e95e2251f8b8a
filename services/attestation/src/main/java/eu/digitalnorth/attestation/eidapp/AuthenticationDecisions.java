package eu.digitalnorth.attestation.eidapp;

import eu.digitalnorth.attestation.authentication.AuthReqId;
import eu.digitalnorth.attestation.authentication.Authentication;
import eu.digitalnorth.attestation.authentication.Authentication.Ended;
import eu.digitalnorth.attestation.authentication.Authentication.Pending;
import eu.digitalnorth.attestation.authentication.AuthenticationRequest;
import eu.digitalnorth.attestation.authentication.Issuer;
import eu.digitalnorth.attestation.authentication.NewAttestation;
import eu.digitalnorth.attestation.authentication.NoLongerPendingException;
import eu.digitalnorth.attestation.authentication.Outcome;
import eu.digitalnorth.attestation.authentication.StatusPlace;
import eu.digitalnorth.attestation.messages.AttestationResponsePublisher;
import eu.digitalnorth.attestation.messages.DerivedIds;
import eu.digitalnorth.attestation.messages.Holders;
import eu.digitalnorth.attestation.store.Authentications;
import eu.digitalnorth.attestation.store.IssuedAttestations;
import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.effect.Effects;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Ends pending authentications, each once, and answers their requests. */
@Service
class AuthenticationDecisions {
  private static final Logger log = LoggerFactory.getLogger(AuthenticationDecisions.class);

  private final OneMoment work;
  private final Authentications authentications;
  private final IssuedAttestations attestations;
  private final Holders holders;
  private final Issuer issuer;
  private final AttestationResponsePublisher responses;

  AuthenticationDecisions(
      OneMoment work,
      Authentications authentications,
      IssuedAttestations attestations,
      Holders holders,
      Issuer issuer,
      AttestationResponsePublisher responses) {
    this.work = work;
    this.authentications = authentications;
    this.attestations = attestations;
    this.holders = holders;
    this.issuer = issuer;
    this.responses = responses;
  }

  /**
   * The citizen agrees.
   *
   * @param subject the citizen's pseudonym; others cannot decide, and it is not there for them
   * @throws NoLongerPendingException if it is decided already, or its time is over
   */
  Ended approve(CountryCode country, AuthReqId id, String subject) {
    return decide(country, id, found -> found.isOf(subject), Pending::approve);
  }

  /**
   * The citizen declines.
   *
   * @param subject the same
   * @throws NoLongerPendingException if it is decided already, or its time is over
   */
  Ended deny(CountryCode country, AuthReqId id, String subject) {
    return decide(country, id, found -> found.isOf(subject), Pending::deny);
  }

  /**
   * The citizen did neither.
   *
   * @throws NoLongerPendingException if it was decided in the meantime
   */
  Ended expire(CountryCode country, AuthReqId id) {
    return decide(country, id, anybodys -> true, Pending::expire);
  }

  private Ended decide(
      CountryCode country,
      AuthReqId id,
      Predicate<Authentication> theirs,
      BiFunction<Pending, Instant, ? extends Ended> decision) {
    Ended ended =
        work.execute(
            country,
            effects -> {
              Ended decided = decision.apply(pending(country, id, theirs), effects.now());
              authentications.end(decided);
              answer(decided, effects);
              return decided;
            });
    log.info(
        "Authentication decided: country={} exchangeId={} state={}",
        country,
        ended.request().exchangeId(),
        ended.state());
    return ended;
  }

  private Pending pending(CountryCode country, AuthReqId id, Predicate<Authentication> theirs) {
    Authentication found =
        authentications
            .lock(country, id)
            .filter(theirs)
            .orElseThrow(() -> new UnknownResourceException("There is no such authentication"));
    return switch (found) {
      case Pending pending -> pending;
      case Ended ended -> throw new NoLongerPendingException(ended.state());
    };
  }

  private void answer(Ended ended, Effects effects) {
    AuthenticationRequest request = ended.request();
    Outcome outcome =
        issuer.conclude(ended, holders.find(request), DerivedIds.attestation(request));
    Map<UUID, StatusPlace> places =
        outcome instanceof Outcome.Issued issued
            ? attestations.add(
                List.of(new NewAttestation(issued.attestation(), request.hint().subject())))
            : Map.of();
    responses.publish(request, outcome, places, effects);
  }
}
