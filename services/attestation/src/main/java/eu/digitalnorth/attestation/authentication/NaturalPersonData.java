package eu.digitalnorth.attestation.authentication;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.identifier.PersonIdentifier;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The eIDAS minimum data set of a person (attribute profile 1.2, section 2.2), and of the optional
 * attributes those that were asked for, the others being null.
 *
 * @param nationality the attesting country's own, where the person has it
 */
public record NaturalPersonData(
    PersonIdentifier identifier,
    String identifierScheme,
    Citizen.Name familyName,
    Citizen.Name givenName,
    LocalDate dateOfBirth,
    @Nullable String birthName,
    @Nullable String placeOfBirth,
    @Nullable String currentAddress,
    Citizen.@Nullable Gender gender,
    @Nullable String nationality,
    @Nullable String countryOfResidence) {

  static NaturalPersonData of(Citizen citizen, AuthenticationRequest request) {
    return new NaturalPersonData(
        new PersonIdentifier(
            request.country(), request.requester().country(), citizen.identifier()),
        citizen.identifierScheme(),
        citizen.familyName(),
        citizen.givenName(),
        citizen.dateOfBirth(),
        ifAsked(request, OptionalAttribute.BIRTH_NAME, () -> birthName(citizen)),
        ifAsked(request, OptionalAttribute.PLACE_OF_BIRTH, citizen::placeOfBirth),
        ifAsked(request, OptionalAttribute.CURRENT_ADDRESS, citizen::address),
        ifAsked(request, OptionalAttribute.GENDER, citizen::gender),
        ifAsked(
            request, OptionalAttribute.NATIONALITY, () -> nationality(citizen, request.country())),
        ifAsked(request, OptionalAttribute.COUNTRY_OF_RESIDENCE, citizen::countryOfResidence));
  }

  static <V> @Nullable V ifAsked(
      AuthenticationRequest request, OptionalAttribute attribute, Supplier<@Nullable V> value) {
    return request.asksFor(attribute) ? value.get() : null;
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
