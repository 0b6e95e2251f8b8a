package eu.digitalnorth.evidence.exchange;

import eu.digitalnorth.country.Authority;
import eu.digitalnorth.evidence.domain.Outcome;
import eu.digitalnorth.messaging.effect.AuditDetails;
import eu.digitalnorth.messaging.effect.Decision;
import eu.digitalnorth.messaging.effect.Effects;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.schemas.evidence.EvidenceRequest;
import eu.digitalnorth.schemas.wire.TopicPosition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answers to a batch, and what the ledger is told of them.
 *
 * @param seen how far the registers and statuses were read by which all of them were decided
 */
record EvidenceAnswers(Effects effects, List<TopicPosition> seen) {

  EvidenceAnswers {
    seen = List.copyOf(seen);
  }

  /**
   * @param subject pseudonym for the ledger; null if the request does not tell whom it is about
   */
  void give(Asked asked, Authority provider, Outcome outcome, @Nullable String subject) {
    EvidenceRequest request = asked.message().body();
    AuditDetails details =
        new AuditDetails(
            request.getRequester(), subject, request.getProcedure(), request.getEvidenceType());
    effects.received(asked.message(), details);
    effects.decided(asked.message(), details, new Decision(outcome.name(), effects.now(), seen));
    effects.send(
        asked.message(),
        TopicCatalogue.EVIDENCE_RESPONSE,
        asked.request().requesterCountry(),
        request.getExchangeId().toString(),
        EvidenceResponseMapper.write(asked, provider, outcome, effects.now()),
        details);
  }
}
