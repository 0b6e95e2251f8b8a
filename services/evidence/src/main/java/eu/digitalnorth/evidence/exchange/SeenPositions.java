package eu.digitalnorth.evidence.exchange;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.schemas.wire.TopicPosition;
import java.util.List;

/** Tells how far registers and statuses were read. */
@FunctionalInterface
interface SeenPositions {
  List<TopicPosition> by(CountryCode reader);
}
