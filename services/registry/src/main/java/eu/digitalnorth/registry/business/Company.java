package eu.digitalnorth.registry.business;

import eu.digitalnorth.country.identifier.Euid;
import eu.digitalnorth.registry.register.Address;
import eu.digitalnorth.registry.register.Identifier;
import eu.digitalnorth.registry.register.TaxStatus;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a business register.
 *
 * @param address registered office
 */
public record Company(
    Identifier identifier,
    Euid euid,
    String legalName,
    String legalForm,
    CompanyStatus status,
    LocalDate registeredOn,
    Address address,
    @Nullable String vatNumber,
    List<Representative> representatives,
    TaxStatus taxStatus) {

  public Company {
    representatives = List.copyOf(representatives);
  }

  public Company with(CompanyStatus changed) {
    return new Company(
        identifier,
        euid,
        legalName,
        legalForm,
        changed,
        registeredOn,
        address,
        vatNumber,
        representatives,
        taxStatus);
  }

  /** Without the data, since representatives are people and records end up in logs. */
  @Override
  public String toString() {
    return "a company with " + identifier;
  }
}
