package eu.digitalnorth.messaging.effect;

import eu.digitalnorth.schemas.wire.TopicPosition;
import java.time.Instant;
import java.util.List;

/**
 * A decision as it is audited, so that it can be repeated.
 *
 * @param outcome upper case with underscores, for example {@code ISSUED}, or an EDM code
 * @param decidedAt the time that it was made with
 * @param seen how far the register and status topics had been read
 */
public record Decision(String outcome, Instant decidedAt, List<TopicPosition> seen) {
  public Decision {
    seen = List.copyOf(seen);
  }
}
