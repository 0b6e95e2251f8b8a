package eu.digitalnorth.registry.messages;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.personal.PersonalParts;
import eu.digitalnorth.registry.population.Diploma;
import eu.digitalnorth.registry.population.ForeignIdentifier;
import eu.digitalnorth.registry.population.Person;
import eu.digitalnorth.registry.population.RegisteredAddress;
import eu.digitalnorth.registry.population.Relative;
import eu.digitalnorth.registry.register.Registered;
import eu.digitalnorth.schemas.eid.Gender;
import eu.digitalnorth.schemas.register.Kinship;
import eu.digitalnorth.schemas.register.PersonChange;
import eu.digitalnorth.trust.encryption.RecipientKey;
import java.util.List;

/** Rows of a population register as records. */
final class PersonAvroMapper {
  private PersonAvroMapper() {}

  /**
   * @param reader the country's own key: nobody else is to read its rows
   */
  static PersonChange change(
      CountryCode country, Registered<Person> person, List<String> aliases, RecipientKey reader) {
    return PersonChange.newBuilder()
        .setCountry(country.value())
        .setSubject(person.subject())
        .setAliases(aliases)
        .setVersion(person.version())
        .setChangedAt(person.changedAt())
        .setPerson(PersonalParts.seal(person(person.row()), reader, person.subject()))
        .build();
  }

  private static eu.digitalnorth.schemas.register.Person person(Person person) {
    RegisteredAddress other = person.addresses().other();
    return eu.digitalnorth.schemas.register.Person.newBuilder()
        .setIdentifierScheme(person.identifier().scheme())
        .setIdentifier(person.identifier().value())
        .setForeignIdentifiers(foreignIdentifiers(person.foreignIdentifiers()))
        .setFamilyName(person.name().family())
        .setGivenName(person.name().given())
        .setFamilyNameTransliterated(person.name().familyTransliterated())
        .setGivenNameTransliterated(person.name().givenTransliterated())
        .setBirthName(person.name().birthName())
        .setDateOfBirth(person.birth().date())
        .setPlaceOfBirth(person.birth().place())
        .setCountryOfBirth(person.birth().country().value())
        .setGender(Gender.valueOf(person.gender().name()))
        .setNationalities(person.nationalities().stream().map(CountryCode::value).toList())
        .setAddress(RegisterAvroMapper.address(person.addresses().counting().address()))
        .setAddressRegisteredAt(person.addresses().counting().registeredAt())
        .setOtherAddress(other == null ? null : RegisterAvroMapper.address(other.address()))
        .setOtherAddressRegisteredAt(other == null ? null : other.registeredAt())
        .setRelatives(person.relatives().stream().map(PersonAvroMapper::relative).toList())
        .setDiplomas(person.diplomas().stream().map(PersonAvroMapper::diploma).toList())
        .setTaxStatus(RegisterAvroMapper.tax(person.taxStatus()))
        .setDeceasedOn(person.deceasedOn())
        .build();
  }

  static List<eu.digitalnorth.schemas.register.ForeignIdentifier> foreignIdentifiers(
      List<ForeignIdentifier> identifiers) {
    return identifiers.stream().map(PersonAvroMapper::foreignIdentifier).toList();
  }

  private static eu.digitalnorth.schemas.register.ForeignIdentifier foreignIdentifier(
      ForeignIdentifier foreign) {
    return eu.digitalnorth.schemas.register.ForeignIdentifier.newBuilder()
        .setCountry(foreign.country().value())
        .setScheme(foreign.identifier().scheme())
        .setIdentifier(foreign.identifier().value())
        .build();
  }

  private static eu.digitalnorth.schemas.register.Relative relative(Relative relative) {
    return eu.digitalnorth.schemas.register.Relative.newBuilder()
        .setKinship(Kinship.valueOf(relative.kinship().name()))
        .setIdentifierScheme(relative.identifier().scheme())
        .setIdentifier(relative.identifier().value())
        .setFullName(relative.fullName())
        .setCountry(relative.country().value())
        .build();
  }

  private static eu.digitalnorth.schemas.register.Diploma diploma(Diploma diploma) {
    return eu.digitalnorth.schemas.register.Diploma.newBuilder()
        .setCredentialId(diploma.credentialId())
        .setQualification(diploma.qualification())
        .setInstitution(diploma.institution())
        .setEqfLevel(diploma.eqfLevel())
        .setAwardedOn(diploma.awardedOn())
        .build();
  }
}
