package eu.digitalnorth.registry.web;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.identifier.IdentifierSchemes;
import eu.digitalnorth.registry.business.CompanyStatus;
import eu.digitalnorth.registry.change.BusinessRegister;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The business register. */
@RestController
@RequestMapping("/api/registers/{country}/companies")
class CompanyController {
  private final Registers registers;
  private final BusinessRegister companies;
  private final IdentifierSchemes schemes;

  CompanyController(Registers registers, BusinessRegister companies, IdentifierSchemes schemes) {
    this.registers = registers;
    this.companies = companies;
    this.schemes = schemes;
  }

  @PostMapping("/lookup")
  CompanyJson lookUp(@PathVariable String country, @RequestBody IdentifierJson identifier) {
    CountryCode register = registers.of(country);
    return CompanyJson.of(register, companies.lookUp(register, identifier.checked(schemes)));
  }

  @GetMapping("/{subject}")
  CompanyJson get(@PathVariable String country, @PathVariable String subject) {
    CountryCode register = registers.of(country);
    return CompanyJson.of(register, companies.get(register, subject));
  }

  @PostMapping("/{subject}/status")
  CompanyJson change(
      @PathVariable String country, @PathVariable String subject, @RequestBody Status status) {
    CountryCode register = registers.of(country);
    CompanyStatus next = Given.required(status.status, "status");
    return CompanyJson.of(register, companies.change(register, subject, next));
  }

  record Status(@Nullable CompanyStatus status) {}
}
