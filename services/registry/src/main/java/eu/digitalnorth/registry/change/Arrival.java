package eu.digitalnorth.registry.change;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.registry.population.Birth;
import eu.digitalnorth.registry.population.ForeignIdentifier;
import eu.digitalnorth.registry.population.Gender;
import eu.digitalnorth.registry.population.Name;
import eu.digitalnorth.registry.register.Address;
import java.util.List;

/** Somebody who comes to live in a country from abroad. */
public record Arrival(
    Name name,
    Birth birth,
    Gender gender,
    List<CountryCode> nationalities,
    List<ForeignIdentifier> foreignIdentifiers,
    Address address) {
  public Arrival {
    nationalities = List.copyOf(nationalities);
    foreignIdentifiers = List.copyOf(foreignIdentifiers);
  }
}
