package eu.digitalnorth.registry.web;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.identifier.IdentifierSchemes;
import eu.digitalnorth.registry.change.PopulationRegister;
import eu.digitalnorth.registry.population.Person;
import eu.digitalnorth.registry.register.Registered;
import java.net.URI;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The population register. */
@RestController
@RequestMapping("/api/registers/{country}/persons")
class PersonController {
  private final Registers registers;
  private final PopulationRegister people;
  private final IdentifierSchemes schemes;

  PersonController(Registers registers, PopulationRegister people, IdentifierSchemes schemes) {
    this.registers = registers;
    this.people = people;
    this.schemes = schemes;
  }

  @PostMapping("/lookup")
  PersonJson lookUp(@PathVariable String country, @RequestBody IdentifierJson identifier) {
    CountryCode register = registers.of(country);
    return PersonJson.of(register, people.lookUp(register, identifier.checked(schemes)));
  }

  @GetMapping("/{subject}")
  PersonJson get(@PathVariable String country, @PathVariable String subject) {
    CountryCode register = registers.of(country);
    return PersonJson.of(register, people.get(register, subject));
  }

  @PostMapping
  ResponseEntity<PersonJson> arrive(
      @PathVariable String country, @RequestBody ArrivalJson arrival) {
    CountryCode register = registers.of(country);
    Registered<Person> person = people.arrive(register, arrival.arrival(register, schemes));
    URI location = location(register, person.subject());
    return ResponseEntity.created(location).body(PersonJson.of(register, person));
  }

  @PostMapping("/{subject}/move")
  PersonJson move(
      @PathVariable String country, @PathVariable String subject, @RequestBody Move move) {
    CountryCode register = registers.of(country);
    AddressJson address = Given.required(move.address, "address");
    return PersonJson.of(register, people.move(register, subject, address.address(register)));
  }

  @PostMapping("/{subject}/death")
  PersonJson die(
      @PathVariable String country, @PathVariable String subject, @RequestBody Death death) {
    CountryCode register = registers.of(country);
    LocalDate day = Given.required(death.deceasedOn, "deceasedOn");
    return PersonJson.of(register, people.die(register, subject, day));
  }

  static URI location(CountryCode country, String subject) {
    return URI.create("/api/registers/" + country.lower() + "/persons/" + subject);
  }

  record Move(@Nullable AddressJson address) {}

  record Death(@Nullable LocalDate deceasedOn) {}
}
