package eu.digitalnorth.registry.population;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.registry.register.Address;
import eu.digitalnorth.registry.register.Identifier;
import eu.digitalnorth.registry.register.TaxStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** A Finn, and where she lives. */
final class PersonFixtures {
  static final CountryCode FINLAND = CountryCode.of("fi");
  static final CountryCode SWEDEN = CountryCode.of("se");
  static final CountryCode ESTONIA = CountryCode.of("ee");
  static final LocalDate BORN = LocalDate.of(1994, 5, 1);
  static final Identifier FINNISH = new Identifier("fi-hetu", "010594Y9032");
  static final Identifier SWEDISH = new Identifier("se-personnummer", "199405010008");

  private PersonFixtures() {}

  static Instant year(int year) {
    return LocalDate.of(year, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  static Address addressIn(CountryCode country, String street) {
    return new Address(street, "1", "00100", "Town", null, country);
  }

  static RegisteredAddress claim(CountryCode country, int year) {
    return new RegisteredAddress(addressIn(country, "Street of " + year), year(year));
  }

  /** Lives in Finland since 2010; no ties. */
  static Person finn() {
    return new Person(
        FINNISH,
        List.of(),
        new Name("Mäkelä", "Päivi", null),
        new Birth(BORN, "Oulu", FINLAND),
        Gender.FEMALE,
        List.of(FINLAND),
        Addresses.only(claim(FINLAND, 2010)),
        List.of(),
        List.of(),
        TaxStatus.clear(LocalDate.of(2026, 1, 1), "EUR"),
        null);
  }

  static Person related(Person person, CountryCode relativeLivesIn) {
    Relative relative =
        new Relative(Kinship.CHILD, new Identifier("any", "1"), "Onni Mäkelä", relativeLivesIn);
    return new Person(
        person.identifier(),
        person.foreignIdentifiers(),
        person.name(),
        person.birth(),
        person.gender(),
        person.nationalities(),
        person.addresses(),
        List.of(relative),
        person.diplomas(),
        person.taxStatus(),
        person.deceasedOn());
  }
}
