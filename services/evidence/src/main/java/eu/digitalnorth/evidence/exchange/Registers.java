package eu.digitalnorth.evidence.exchange;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.evidence.domain.RegisterEntry;
import eu.digitalnorth.evidence.domain.SubjectId;
import java.util.Collection;
import java.util.Map;

/** The registers of the countries that this process serves, by pseudonyms. */
interface Registers {

  RegisterKey key(CountryCode country, SubjectId subject);

  /** How the ledger names somebody: by their national identifier, whatever they were asked by. */
  String pseudonym(CountryCode country, RegisterEntry entry);

  /** Those that are registered. */
  Map<RegisterKey, RegisterEntry> find(CountryCode country, Collection<RegisterKey> keys);
}
