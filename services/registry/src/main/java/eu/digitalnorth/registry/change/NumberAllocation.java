package eu.digitalnorth.registry.change;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.CountryProfile;
import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.country.identifier.IdentifierSchemes;
import eu.digitalnorth.country.identifier.PersonScheme;
import eu.digitalnorth.country.identifier.PersonScheme.Sex;
import eu.digitalnorth.registry.population.Gender;
import eu.digitalnorth.registry.register.Identifier;
import eu.digitalnorth.registry.store.PersonStore;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Gives people who arrive a national number that no real person has. Where a day has none left, the
 * number is of the next day that has; the date of birth stays.
 */
@Component
class NumberAllocation {
  private static final int DAYS_TO_TRY = 366;

  private final CountryProfiles profiles;
  private final IdentifierSchemes schemes;
  private final PersonStore people;

  NumberAllocation(CountryProfiles profiles, IdentifierSchemes schemes, PersonStore people) {
    this.profiles = profiles;
    this.schemes = schemes;
    this.people = people;
  }

  /** The number is the caller's once its transaction has committed a person with it. */
  Identifier next(CountryCode country, LocalDate dateOfBirth, Gender gender) {
    CountryProfile profile = profiles.get(country);
    PersonScheme scheme = schemes.people(profile);
    Sex sex = gender == Gender.MALE ? Sex.MALE : Sex.FEMALE;
    for (int day = 0; day < DAYS_TO_TRY; day++) {
      List<String> candidates = scheme.synthetic(dateOfBirth.plusDays(day), sex).toList();
      Optional<String> free = free(country, scheme, candidates);
      if (free.isPresent()) {
        return new Identifier(scheme.name(), free.get());
      }
    }
    throw new IllegalStateException("No identifier is left for a whole year: country=" + country);
  }

  private Optional<String> free(CountryCode country, PersonScheme scheme, List<String> candidates) {
    Set<String> taken = people.taken(country, scheme.name(), candidates);
    return candidates.stream().filter(number -> !taken.contains(number)).findFirst();
  }
}
