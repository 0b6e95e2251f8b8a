package eu.digitalnorth.registry.web;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.registry.business.Company;
import eu.digitalnorth.registry.business.CompanyStatus;
import eu.digitalnorth.registry.business.Representative;
import eu.digitalnorth.registry.business.RepresentativeRole;
import eu.digitalnorth.registry.register.Registered;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A company in answers, with the field names of the Avro record. */
record CompanyJson(
    String country,
    String subject,
    long version,
    Instant changedAt,
    String identifierScheme,
    String identifier,
    String euid,
    String legalName,
    String legalForm,
    CompanyStatus status,
    LocalDate registeredOn,
    AddressJson address,
    @Nullable String vatNumber,
    List<RepresentativeJson> representatives,
    TaxStatusJson taxStatus) {

  /** Frameworks log what they read and write at DEBUG; who it is about stays out. */
  @Override
  public String toString() {
    return "CompanyJson[...]";
  }

  static CompanyJson of(CountryCode country, Registered<Company> registered) {
    Company company = registered.row();
    return new CompanyJson(
        country.value(),
        registered.subject(),
        registered.version(),
        registered.changedAt(),
        company.identifier().scheme(),
        company.identifier().value(),
        company.euid().value(),
        company.legalName(),
        company.legalForm(),
        company.status(),
        company.registeredOn(),
        AddressJson.of(company.address()),
        company.vatNumber(),
        company.representatives().stream().map(RepresentativeJson::of).toList(),
        TaxStatusJson.of(company.taxStatus()));
  }

  record RepresentativeJson(
      String identifierScheme,
      String identifier,
      String familyName,
      String givenName,
      LocalDate dateOfBirth,
      RepresentativeRole role,
      boolean jointly,
      LocalDate since) {

    /** Frameworks log what they read and write at DEBUG; who it is about stays out. */
    @Override
    public String toString() {
      return "RepresentativeJson[...]";
    }

    static RepresentativeJson of(Representative representative) {
      return new RepresentativeJson(
          representative.identifier().scheme(),
          representative.identifier().value(),
          representative.familyName(),
          representative.givenName(),
          representative.dateOfBirth(),
          representative.role(),
          representative.jointly(),
          representative.since());
    }
  }
}
