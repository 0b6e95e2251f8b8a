package eu.digitalnorth.attestation.authentication;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.identifier.PersonIdentifier;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is attested of a person: the eIDAS minimum data set (attribute profile 1.2, section 2.2),
 * and the optional attributes, which are disclosed only if they are asked for.
 *
 * @param nationality the attesting country's own, where the person has it; null of the stateless
 */
public record NaturalPersonData(
    PersonIdentifier identifier,
    String identifierScheme,
    Citizen.Name familyName,
    Citizen.Name givenName,
    LocalDate dateOfBirth,
    String birthName,
    String placeOfBirth,
    String currentAddress,
    Citizen.Gender gender,
    @Nullable String nationality,
    String countryOfResidence) {

  static NaturalPersonData of(Citizen citizen, AuthenticationRequest request) {
    return new NaturalPersonData(
        new PersonIdentifier(
            request.country(), request.requester().country(), citizen.identifier()),
        citizen.identifierScheme(),
        citizen.familyName(),
        citizen.givenName(),
        citizen.dateOfBirth(),
        birthName(citizen),
        citizen.placeOfBirth(),
        citizen.address(),
        citizen.gender(),
        nationality(citizen, request.country()),
        citizen.countryOfResidence());
  }

  private static String birthName(Citizen citizen) {
    return citizen.birthName() == null ? citizen.familyName().written() : citizen.birthName();
  }

  private static @Nullable String nationality(Citizen citizen, CountryCode own) {
    return citizen.nationalities().contains(own.value())
        ? own.value()
        : citizen.nationalities().stream().findFirst().orElse(null);
  }

  /** Without the person, since this ends up in logs. */
  @Override
  public String toString() {
    return "NaturalPersonData[" + identifier + ']';
  }
}
