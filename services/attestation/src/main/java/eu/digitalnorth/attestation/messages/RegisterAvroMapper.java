package eu.digitalnorth.attestation.messages;

import eu.digitalnorth.attestation.authentication.Citizen;
import eu.digitalnorth.attestation.authentication.RegisteredCompany;
import eu.digitalnorth.schemas.register.Address;
import eu.digitalnorth.schemas.register.Company;
import eu.digitalnorth.schemas.register.CompanyStatus;
import eu.digitalnorth.schemas.register.Person;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows of the registers as the rules see them. */
final class RegisterAvroMapper {
  private RegisterAvroMapper() {}

  static Citizen citizen(Person person) {
    return new Citizen(
        person.getIdentifierScheme(),
        person.getIdentifier(),
        new Citizen.Name(person.getFamilyName(), person.getFamilyNameTransliterated()),
        new Citizen.Name(person.getGivenName(), person.getGivenNameTransliterated()),
        person.getBirthName(),
        person.getDateOfBirth(),
        person.getPlaceOfBirth(),
        gender(person),
        person.getNationalities(),
        oneLine(person.getAddress()),
        person.getAddress().getCountry(),
        person.getDeceasedOn() != null);
  }

  static RegisteredCompany company(Company company) {
    return new RegisteredCompany(
        company.getIdentifierScheme(),
        company.getIdentifier(),
        company.getEuid(),
        company.getLegalName(),
        oneLine(company.getAddress()),
        company.getVatNumber(),
        company.getStatus() == CompanyStatus.ACTIVE,
        company.getRepresentatives().stream()
            .map(
                one ->
                    new RegisteredCompany.Representative(
                        one.getIdentifierScheme(), one.getIdentifier()))
            .collect(Collectors.toSet()));
  }

  private static Citizen.Gender gender(Person person) {
    return switch (person.getGender()) {
      case MALE -> Citizen.Gender.MALE;
      case FEMALE -> Citizen.Gender.FEMALE;
      case UNSPECIFIED, UNKNOWN -> Citizen.Gender.UNSPECIFIED;
    };
  }

  /** For example {@code Pikk 12, 10123 Tallinn, Harju maakond, EE}. */
  private static String oneLine(Address address) {
    String street = words(address.getStreetAddress(), address.getHouseNumber());
    String town = words(address.getPostalCode(), address.getLocality());
    return Stream.of(street, town, address.getRegion(), address.getCountry())
        .filter(part -> part != null && !part.isBlank())
        .collect(Collectors.joining(", "));
  }

  private static String words(String first, @Nullable String second) {
    return second == null ? first : first + ' ' + second;
  }
}
