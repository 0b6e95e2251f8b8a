package eu.digitalnorth.registerview;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.schemas.register.Person;
import java.util.Map;

/** Declares, as a bean, that a service wants to know what changes in the population register. */
@FunctionalInterface
public interface PeopleObserver {
  /**
   * Called in the transaction that takes the rows in.
   *
   * @param country whose register it is
   * @param people who changed, as they are now, by pseudonym; who was removed is not among them
   */
  void taken(CountryCode country, Map<String, Person> people);
}
