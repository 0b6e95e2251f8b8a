package eu.digitalnorth.attestation.messages;

import eu.digitalnorth.attestation.AttestationProperties;
import eu.digitalnorth.attestation.authentication.IssuedAttestation;
import eu.digitalnorth.attestation.authentication.RevocationCause;
import eu.digitalnorth.attestation.store.StatusListRow;
import eu.digitalnorth.attestation.store.StatusLists;
import eu.digitalnorth.messaging.effect.AuditDetails;
import eu.digitalnorth.messaging.effect.Decision;
import eu.digitalnorth.messaging.effect.Effects;
import eu.digitalnorth.messaging.effect.Republisher;
import eu.digitalnorth.messaging.state.Positions;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.schemas.eid.AttestationStatus;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Tells all countries the status of attestations. Who publishes a list has locked its row, so that
 * of two instances none buries what is newer.
 */
@Component
public class AttestationStatusPublisher implements Republisher {
  private final StatusLists lists;
  private final StatusListTokens tokens;
  private final Positions positions;
  private final AttestationProperties settings;

  AttestationStatusPublisher(
      StatusLists lists,
      StatusListTokens tokens,
      Positions positions,
      AttestationProperties settings) {
    this.lists = lists;
    this.tokens = tokens;
    this.positions = positions;
    this.settings = settings;
  }

  /** The ledger learns of a revocation, in the transaction that makes it. */
  public void revoked(IssuedAttestation attestation, RevocationCause why, Effects effects) {
    effects.decided(
        DerivedIds.revocation(attestation),
        TopicCatalogue.ATTESTATION_STATUS,
        attestation.exchangeId(),
        AuditDetails.none().about(attestation.subject()),
        new Decision(why.outcome(), effects.now(), positions.seenBy(effects.country())));
  }

  /** Publishes a list if it is due or lacks a revocation; reads what was committed before. */
  public void publishIfNeeded(StatusListRow.Id id, Effects effects) {
    lists
        .lock(id.country(), id.number())
        .ifPresent(
            list -> {
              boolean lacksRevocations = lists.markListed(id.country(), id.number()) > 0;
              if (lacksRevocations || !list.dueAt().isAfter(effects.now())) {
                publish(list, effects);
              }
            });
  }

  /** All lists that are in use, with the keys of now. */
  @Override
  public void republish(Effects effects, UUID cause) {
    for (int number : lists.inUse(effects.country(), effects.now())) {
      lists
          .lock(effects.country(), number)
          .ifPresent(
              list -> {
                lists.markListed(list.country(), list.number());
                publish(list, effects);
              });
    }
  }

  private void publish(StatusListRow list, Effects effects) {
    Instant issuedAt = later(effects.now(), list.issuedAt().plusMillis(1));
    String token = tokens.sign(list, issuedAt, lists.revoked(list.country(), list.number()));
    lists.published(
        list.country(), list.number(), token, issuedAt, issuedAt.plus(settings.statusRenewal()));
    effects.publish(
        DerivedIds.publication(list, issuedAt),
        TopicCatalogue.ATTESTATION_STATUS,
        list.uri(),
        AttestationStatus.newBuilder()
            .setUri(list.uri())
            .setCountry(list.country().value())
            .setIssuedAt(issuedAt)
            .setToken(token)
            .build());
  }

  private static Instant later(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }
}
