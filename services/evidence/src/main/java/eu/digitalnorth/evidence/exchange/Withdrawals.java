package eu.digitalnorth.evidence.exchange;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.evidence.exchange.AttestationStatuses.Issued;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Tells which attestations their issuers withdrew. */
@FunctionalInterface
interface Withdrawals {

  /**
   * @param reader the country that is to accept them
   */
  Set<Issued> of(CountryCode reader, Collection<UUID> attestations);
}
