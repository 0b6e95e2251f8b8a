package eu.digitalnorth.registry.messages;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.personal.PersonalParts;
import eu.digitalnorth.registry.business.Company;
import eu.digitalnorth.registry.business.Representative;
import eu.digitalnorth.registry.register.Registered;
import eu.digitalnorth.schemas.register.CompanyChange;
import eu.digitalnorth.schemas.register.CompanyStatus;
import eu.digitalnorth.schemas.register.RepresentativeRole;
import eu.digitalnorth.trust.encryption.RecipientKey;

/** Rows of a business register as records. */
final class CompanyAvroMapper {
  private CompanyAvroMapper() {}

  /**
   * @param reader the country's own key: nobody else is to read its rows
   */
  static CompanyChange change(
      CountryCode country, Registered<Company> company, RecipientKey reader) {
    return CompanyChange.newBuilder()
        .setCountry(country.value())
        .setSubject(company.subject())
        .setVersion(company.version())
        .setChangedAt(company.changedAt())
        .setCompany(PersonalParts.seal(company(company.row()), reader, company.subject()))
        .build();
  }

  private static eu.digitalnorth.schemas.register.Company company(Company company) {
    return eu.digitalnorth.schemas.register.Company.newBuilder()
        .setIdentifierScheme(company.identifier().scheme())
        .setIdentifier(company.identifier().value())
        .setEuid(company.euid().value())
        .setLegalName(company.legalName())
        .setLegalForm(company.legalForm())
        .setStatus(CompanyStatus.valueOf(company.status().name()))
        .setRegisteredOn(company.registeredOn())
        .setAddress(RegisterAvroMapper.address(company.address()))
        .setVatNumber(company.vatNumber())
        .setRepresentatives(
            company.representatives().stream().map(CompanyAvroMapper::representative).toList())
        .setTaxStatus(RegisterAvroMapper.tax(company.taxStatus()))
        .build();
  }

  private static eu.digitalnorth.schemas.register.Representative representative(
      Representative representative) {
    return eu.digitalnorth.schemas.register.Representative.newBuilder()
        .setIdentifierScheme(representative.identifier().scheme())
        .setIdentifier(representative.identifier().value())
        .setFamilyName(representative.familyName())
        .setGivenName(representative.givenName())
        .setDateOfBirth(representative.dateOfBirth())
        .setRole(RepresentativeRole.valueOf(representative.role().name()))
        .setJointly(representative.jointly())
        .setSince(representative.since())
        .build();
  }
}
