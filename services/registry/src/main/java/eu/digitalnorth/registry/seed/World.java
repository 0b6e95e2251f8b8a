package eu.digitalnorth.registry.seed;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.CountryProfile;
import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.country.identifier.IdentifierSchemes;
import eu.digitalnorth.country.identifier.TestIdentifiers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The people and companies of all countries. They are always made up together, since some live
 * between two countries: whichever countries a process serves, it sees the same ones.
 */
public final class World {
  private static final int WORKING_FROM = 22;
  private static final int WORKING_TO = 74;

  private final long seed;
  private final SeedSize size;
  private final IdentifierSchemes schemes;
  private final Map<CountryCode, Country> countries = new TreeMap<>();

  private World(long seed, SeedSize size, IdentifierSchemes schemes) {
    this.seed = seed;
    this.size = size;
    this.schemes = schemes;
  }

  /** The same seed gives the same people, for the same participants. */
  public static Map<CountryCode, RegisterSeed> create(
      long seed, SeedSize size, CountryProfiles profiles, IdentifierSchemes schemes) {
    World world = new World(seed, size, schemes);
    profiles.all().forEach(world::settle);
    world.countries.values().forEach(home -> world.migrateFrom(home));
    Map<CountryCode, RegisterSeed> seeds = new TreeMap<>();
    world.countries.forEach((code, country) -> seeds.put(code, country.register()));
    return seeds;
  }

  /** ISO 4217. */
  public static String currencyOf(CountryCode country) {
    return NationalData.of(country).currency();
  }

  private void settle(CountryProfile profile) {
    NationalData data = NationalData.of(profile.code());
    Dice dice = Dice.of(seed, profile.code().value());
    TestIdentifiers identifiers =
        new TestIdentifiers(schemes.people(profile), schemes.companies(profile));
    People people = new People(profile.code(), profile.personScheme(), data, identifiers, dice);
    Families families = new Families(people, dice);
    Companies companies = new Companies(profile, data, identifiers, people.homes, dice);
    List<Persona> personas = new Personas(people, families, companies).create();
    families.growTo(size.people());
    companies.growTo(size.companies(), people.all.stream().filter(World::works).toList());
    countries.put(profile.code(), new Country(profile, people, companies, personas));
  }

  private void migrateFrom(Country home) {
    for (Country host : countries.values()) {
      if (host != home) {
        Dice dice = Dice.of(seed, home.profile.code() + "-" + host.profile.code());
        new Migration(
                home.people,
                home.profile.personScheme(),
                host.people,
                host.profile.personScheme(),
                dice)
            .migrate();
      }
    }
  }

  private static boolean works(DraftPerson person) {
    int age = person.ageOn(Calendar.TODAY);
    return person.isAlive() && age >= WORKING_FROM && age <= WORKING_TO;
  }

  private record Country(
      CountryProfile profile, People people, Companies companies, List<Persona> personas) {
    RegisterSeed register() {
      return new RegisterSeed(
          people.all.stream().map(DraftPerson::person).toList(), companies.all, personas);
    }
  }
}
