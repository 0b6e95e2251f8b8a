package eu.digitalnorth.registry.population;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.registry.register.Identifier;
import eu.digitalnorth.registry.register.TaxStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A row of a population register.
 *
 * @param nationalities also of countries that do not take part
 * @param deceasedOn day of death
 */
public record Person(
    Identifier identifier,
    List<ForeignIdentifier> foreignIdentifiers,
    Name name,
    Birth birth,
    Gender gender,
    List<CountryCode> nationalities,
    Addresses addresses,
    List<Relative> relatives,
    List<Diploma> diplomas,
    TaxStatus taxStatus,
    @Nullable LocalDate deceasedOn) {

  public Person {
    foreignIdentifiers = List.copyOf(foreignIdentifiers);
    nationalities = List.copyOf(nationalities);
    relatives = List.copyOf(relatives);
    diplomas = List.copyOf(diplomas);
  }

  public boolean isDeceased() {
    return deceasedOn != null;
  }

  public Optional<Identifier> identifierIn(CountryCode country) {
    return foreignIdentifiers.stream()
        .filter(foreign -> foreign.country().equals(country))
        .map(ForeignIdentifier::identifier)
        .findFirst();
  }

  public Person at(Addresses changed) {
    return new Person(
        identifier,
        foreignIdentifiers,
        name,
        birth,
        gender,
        nationalities,
        changed,
        relatives,
        diplomas,
        taxStatus,
        deceasedOn);
  }

  public Person deceased(LocalDate day) {
    return new Person(
        identifier,
        foreignIdentifiers,
        name,
        birth,
        gender,
        nationalities,
        addresses,
        relatives,
        diplomas,
        taxStatus,
        day);
  }

  /** The same person, known to be that one abroad. */
  public Person knownAs(ForeignIdentifier foreign) {
    return new Person(
        identifier,
        Stream.concat(foreignIdentifiers.stream(), Stream.of(foreign)).toList(),
        name,
        birth,
        gender,
        nationalities,
        addresses,
        relatives,
        diplomas,
        taxStatus,
        deceasedOn);
  }

  /** Without the data, since records end up in logs. */
  @Override
  public String toString() {
    return "a person with " + identifier;
  }
}
