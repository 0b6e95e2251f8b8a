package eu.digitalnorth.evidence.exchange;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.evidence.domain.Attestation;
import eu.digitalnorth.evidence.domain.Standing;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Function;

/** Tells what the attesting countries say of attestations by now. */
@FunctionalInterface
interface Standings {

  /**
   * @param reader the country that is to accept them
   * @param now decides whether what they said is still to be relied on
   * @throws eu.digitalnorth.messaging.inbox.NotYetException if what they say may be on its way
   */
  Function<Attestation, Standing> of(
      CountryCode reader, Collection<Attestation> attestations, Instant now);
}
