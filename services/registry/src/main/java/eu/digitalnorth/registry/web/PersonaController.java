package eu.digitalnorth.registry.web;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.registry.change.BusinessRegister;
import eu.digitalnorth.registry.change.PopulationRegister;
import eu.digitalnorth.registry.store.SeedStore;
import eu.digitalnorth.registry.store.SeedStore.StoredPersona;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Synthetic people whom the demonstration knows by name. */
@RestController
class PersonaController {
  private final Registers registers;
  private final SeedStore seeds;
  private final PopulationRegister people;
  private final BusinessRegister companies;

  PersonaController(
      Registers registers, SeedStore seeds, PopulationRegister people, BusinessRegister companies) {
    this.registers = registers;
    this.seeds = seeds;
    this.people = people;
    this.companies = companies;
  }

  @GetMapping("/api/registers/{country}/personas")
  List<PersonaJson> personas(@PathVariable String country) {
    CountryCode register = registers.of(country);
    return seeds.personas(register).stream().map(p -> persona(register, p)).toList();
  }

  private PersonaJson persona(CountryCode register, StoredPersona persona) {
    String company = persona.companySubject();
    return new PersonaJson(
        persona.name(),
        PersonJson.of(register, people.get(register, persona.personSubject())),
        company == null ? null : CompanyJson.of(register, companies.get(register, company)));
  }

  /**
   * @param persona for example {@code student}
   * @param company that the person represents
   */
  record PersonaJson(String persona, PersonJson person, @Nullable CompanyJson company) {}
}
