package eu.digitalnorth.local.installation;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.messaging.topic.Service;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Countries that share the containers of their services.
 *
 * @param name stands in the names of volumes and databases
 */
record Household(String name, List<CountryCode> countries) {
  private static final String OTHERS = "others";

  Household {
    countries = List.copyOf(countries);
  }

  /** One for each of these, and one for all others that have a profile. */
  static List<Household> of(Collection<CountryCode> alone) {
    List<Household> households = new ArrayList<>();
    alone.forEach(country -> households.add(new Household(country.lower(), List.of(country))));
    List<CountryCode> others =
        CountryProfiles.load().codes().stream()
            .filter(country -> !alone.contains(country))
            .toList();
    if (!others.isEmpty()) {
      households.add(new Household(OTHERS, others));
    }
    return households;
  }

  /** The database of one of its services, and the role that owns it. */
  String role(Service service) {
    return service.id() + '_' + name;
  }
}
