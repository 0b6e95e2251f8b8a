package eu.digitalnorth.registry.seed;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.identifier.PersonScheme.Sex;
import eu.digitalnorth.country.identifier.TestIdentifiers.TestPerson;
import eu.digitalnorth.registry.population.Addresses;
import eu.digitalnorth.registry.population.Birth;
import eu.digitalnorth.registry.population.Diploma;
import eu.digitalnorth.registry.population.ForeignIdentifier;
import eu.digitalnorth.registry.population.Gender;
import eu.digitalnorth.registry.population.Kinship;
import eu.digitalnorth.registry.population.Name;
import eu.digitalnorth.registry.population.Person;
import eu.digitalnorth.registry.population.Relative;
import eu.digitalnorth.registry.register.Identifier;
import eu.digitalnorth.registry.register.TaxStatus;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody who is being made up: families and migration still change it. */
final class DraftPerson {
  final CountryCode country;
  final Identifier identifier;
  final Sex sex;
  final String givenForm;
  final Surname surname;
  final String family;
  final @Nullable String birthName;
  final Birth birth;
  final List<CountryCode> nationalities = new ArrayList<>();
  final List<ForeignIdentifier> foreignIdentifiers = new ArrayList<>();
  final List<Relative> relatives = new ArrayList<>();
  final List<Diploma> diplomas = new ArrayList<>();
  Addresses addresses;
  TaxStatus taxStatus;
  @Nullable LocalDate deceasedOn;

  /**
   * @param surname the name that children may be given
   * @param family the name that the person has
   */
  DraftPerson(
      CountryCode country,
      String scheme,
      TestPerson test,
      Sex sex,
      String givenForm,
      Surname surname,
      String family,
      @Nullable String birthName,
      Birth birth,
      Addresses addresses,
      TaxStatus taxStatus) {
    this.country = country;
    this.identifier = new Identifier(scheme, test.identifier());
    this.sex = sex;
    this.givenForm = givenForm;
    this.surname = surname;
    this.family = family;
    this.birthName = birthName;
    this.birth = birth;
    this.addresses = addresses;
    this.taxStatus = taxStatus;
  }

  int ageOn(LocalDate day) {
    return Period.between(birth.date(), day).getYears();
  }

  boolean isAlive() {
    return deceasedOn == null;
  }

  Name name() {
    return new Name(family, NameGiver.nominative(givenForm), birthName);
  }

  ForeignIdentifier abroad() {
    return new ForeignIdentifier(country, identifier);
  }

  /** Adds the other to this one's relatives. */
  void isRelatedTo(DraftPerson other, Kinship kinship) {
    relatives.add(new Relative(kinship, other.identifier, other.name().full(), other.country));
  }

  Person person() {
    return new Person(
        identifier,
        foreignIdentifiers,
        name(),
        birth,
        sex == Sex.MALE ? Gender.MALE : Gender.FEMALE,
        nationalities,
        addresses,
        relatives,
        diplomas,
        taxStatus,
        deceasedOn);
  }
}
