package eu.digitalnorth.registry.web;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.registry.population.Diploma;
import eu.digitalnorth.registry.population.Gender;
import eu.digitalnorth.registry.population.Kinship;
import eu.digitalnorth.registry.population.Person;
import eu.digitalnorth.registry.population.RegisteredAddress;
import eu.digitalnorth.registry.population.Relative;
import eu.digitalnorth.registry.register.Registered;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person in answers, with the field names of the Avro record. */
record PersonJson(
    String country,
    String subject,
    long version,
    Instant changedAt,
    String identifierScheme,
    String identifier,
    List<ForeignIdentifierJson> foreignIdentifiers,
    String familyName,
    String givenName,
    String familyNameTransliterated,
    String givenNameTransliterated,
    @Nullable String birthName,
    LocalDate dateOfBirth,
    String placeOfBirth,
    String countryOfBirth,
    Gender gender,
    List<String> nationalities,
    AddressJson address,
    Instant addressRegisteredAt,
    @Nullable AddressJson otherAddress,
    @Nullable Instant otherAddressRegisteredAt,
    List<RelativeJson> relatives,
    List<Diploma> diplomas,
    TaxStatusJson taxStatus,
    @Nullable LocalDate deceasedOn) {

  /** Frameworks log what they read and write at DEBUG; who it is about stays out. */
  @Override
  public String toString() {
    return "PersonJson[...]";
  }

  static PersonJson of(CountryCode country, Registered<Person> registered) {
    Person person = registered.row();
    RegisteredAddress other = person.addresses().other();
    return new PersonJson(
        country.value(),
        registered.subject(),
        registered.version(),
        registered.changedAt(),
        person.identifier().scheme(),
        person.identifier().value(),
        person.foreignIdentifiers().stream().map(ForeignIdentifierJson::of).toList(),
        person.name().family(),
        person.name().given(),
        person.name().familyTransliterated(),
        person.name().givenTransliterated(),
        person.name().birthName(),
        person.birth().date(),
        person.birth().place(),
        person.birth().country().value(),
        person.gender(),
        person.nationalities().stream().map(CountryCode::value).toList(),
        AddressJson.of(person.addresses().counting().address()),
        person.addresses().counting().registeredAt(),
        other == null ? null : AddressJson.of(other.address()),
        other == null ? null : other.registeredAt(),
        person.relatives().stream().map(RelativeJson::of).toList(),
        person.diplomas(),
        TaxStatusJson.of(person.taxStatus()),
        person.deceasedOn());
  }

  record RelativeJson(
      Kinship kinship,
      String identifierScheme,
      String identifier,
      String fullName,
      String country) {

    /** Frameworks log what they read and write at DEBUG; who it is about stays out. */
    @Override
    public String toString() {
      return "RelativeJson[...]";
    }

    static RelativeJson of(Relative relative) {
      return new RelativeJson(
          relative.kinship(),
          relative.identifier().scheme(),
          relative.identifier().value(),
          relative.fullName(),
          relative.country().value());
    }
  }
}
