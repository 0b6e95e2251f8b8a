package eu.digitalnorth.registry.population;

import eu.digitalnorth.country.CountryCode;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which other countries are told of what happens to a person. */
public final class Ties {
  private Ties() {}

  /**
   * The participants, other than the register's own country, of which the person is a citizen, in
   * which it lives or is registered, or in which its family is.
   */
  public static SortedSet<CountryCode> of(
      Person person, CountryCode own, Collection<CountryCode> participants) {
    SortedSet<CountryCode> countries = new TreeSet<>(person.nationalities());
    RegisteredAddress other = person.addresses().other();
    Stream.of(
            Stream.of(person.addresses().counting().country()),
            other == null ? Stream.<CountryCode>empty() : Stream.of(other.country()),
            person.foreignIdentifiers().stream().map(ForeignIdentifier::country),
            person.relatives().stream().map(Relative::country))
        .flatMap(tie -> tie)
        .forEach(countries::add);
    countries.retainAll(participants);
    countries.remove(own);
    return countries;
  }
}
