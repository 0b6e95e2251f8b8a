package eu.digitalnorth.registry.web;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.identifier.IdentifierSchemes;
import eu.digitalnorth.registry.change.Arrival;
import eu.digitalnorth.registry.population.Birth;
import eu.digitalnorth.registry.population.Gender;
import eu.digitalnorth.registry.population.Name;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who arrives from abroad.
 *
 * @param placeOfBirth unknown if absent
 * @param countryOfBirth the first nationality if absent
 */
record ArrivalJson(
    @Nullable String familyName,
    @Nullable String givenName,
    @Nullable String birthName,
    @Nullable LocalDate dateOfBirth,
    @Nullable String placeOfBirth,
    @Nullable String countryOfBirth,
    @Nullable Gender gender,
    @Nullable List<String> nationalities,
    @Nullable List<ForeignIdentifierJson> foreignIdentifiers,
    @Nullable AddressJson address) {

  /** Frameworks log what they read and write at DEBUG; who it is about stays out. */
  @Override
  public String toString() {
    return "ArrivalJson[...]";
  }

  private static final String UNKNOWN_PLACE = "-";

  Arrival arrival(CountryCode register, IdentifierSchemes schemes) {
    List<CountryCode> citizenOf =
        Given.list(nationalities).stream().map(n -> Given.country(n, "nationalities")).toList();
    if (citizenOf.isEmpty()) {
      throw new InvalidRequestException("nationalities is missing");
    }
    String place = Given.optionalText(placeOfBirth, "placeOfBirth");
    return new Arrival(
        new Name(
            Given.text(familyName, "familyName"),
            Given.text(givenName, "givenName"),
            Given.optionalText(birthName, "birthName")),
        new Birth(
            Given.required(dateOfBirth, "dateOfBirth"),
            place == null ? UNKNOWN_PLACE : place,
            countryOfBirth == null
                ? citizenOf.getFirst()
                : Given.country(countryOfBirth, "countryOfBirth")),
        gender == null ? Gender.UNSPECIFIED : gender,
        citizenOf,
        Given.list(foreignIdentifiers).stream().map(f -> f.checked(schemes)).toList(),
        Given.required(address, "address").address(register));
  }
}
