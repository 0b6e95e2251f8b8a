package eu.digitalnorth.registry.seed;

import eu.digitalnorth.registry.business.Company;
import eu.digitalnorth.registry.population.Person;
import java.util.List;

/** What the registers of one country begin with. */
public record RegisterSeed(List<Person> people, List<Company> companies, List<Persona> personas) {
  public RegisterSeed {
    people = List.copyOf(people);
    companies = List.copyOf(companies);
    personas = List.copyOf(personas);
  }
}
