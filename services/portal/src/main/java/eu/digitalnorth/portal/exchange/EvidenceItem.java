package eu.digitalnorth.portal.exchange;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An evidence that was asked for.
 *
 * @param requestId {@code ce_id} of the request
 * @param answer null until there is one
 */
public record EvidenceItem(
    EvidenceWish wish, UUID requestId, Instant askedAt, @Nullable EvidenceAnswer answer) {

  public boolean isAnswered() {
    return answer != null;
  }

  Optional<Refusal> refusal() {
    return answer instanceof EvidenceAnswer.Refused refused
        ? Optional.of(refused.refusal())
        : Optional.empty();
  }

  EvidenceItem answered(EvidenceAnswer by) {
    return new EvidenceItem(wish, requestId, askedAt, by);
  }
}
