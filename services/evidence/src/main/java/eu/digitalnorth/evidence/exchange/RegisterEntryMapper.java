package eu.digitalnorth.evidence.exchange;

import eu.digitalnorth.evidence.domain.PostalAddress;
import eu.digitalnorth.evidence.domain.Qualification;
import eu.digitalnorth.evidence.domain.RegisterEntry;
import eu.digitalnorth.evidence.domain.Representation;
import eu.digitalnorth.evidence.domain.TaxRecord;
import eu.digitalnorth.schemas.register.Address;
import eu.digitalnorth.schemas.register.Company;
import eu.digitalnorth.schemas.register.Diploma;
import eu.digitalnorth.schemas.register.Kinship;
import eu.digitalnorth.schemas.register.Person;
import eu.digitalnorth.schemas.register.Relative;
import eu.digitalnorth.schemas.register.Representative;
import eu.digitalnorth.schemas.register.TaxStatus;

/** Reads register rows, as far as evidence is made of them. */
final class RegisterEntryMapper {
  private RegisterEntryMapper() {}

  static RegisterEntry.Person read(Person row) {
    return new RegisterEntry.Person(
        row.getIdentifierScheme(),
        row.getIdentifier(),
        row.getFamilyName(),
        row.getGivenName(),
        row.getDateOfBirth(),
        row.getPlaceOfBirth(),
        row.getCountryOfBirth(),
        row.getBirthName(),
        row.getRelatives().stream()
            .filter(relative -> relative.getKinship() == Kinship.PARENT)
            .map(Relative::getFullName)
            .toList(),
        address(row.getAddress()),
        row.getAddressRegisteredAt(),
        row.getOtherAddress() != null,
        row.getDiplomas().stream().map(RegisterEntryMapper::qualification).toList(),
        tax(row.getTaxStatus()),
        row.getDeceasedOn());
  }

  static RegisterEntry.Company read(Company row) {
    return new RegisterEntry.Company(
        row.getIdentifierScheme(),
        row.getIdentifier(),
        row.getEuid(),
        row.getLegalName(),
        row.getLegalForm(),
        row.getStatus().name(),
        row.getRegisteredOn(),
        address(row.getAddress()),
        row.getVatNumber(),
        row.getRepresentatives().stream().map(RegisterEntryMapper::representation).toList(),
        tax(row.getTaxStatus()));
  }

  private static PostalAddress address(Address row) {
    return new PostalAddress(
        row.getStreetAddress(),
        row.getHouseNumber(),
        row.getPostalCode(),
        row.getLocality(),
        row.getRegion(),
        row.getCountry());
  }

  private static Qualification qualification(Diploma row) {
    return new Qualification(
        row.getCredentialId(),
        row.getQualification(),
        row.getInstitution(),
        row.getEqfLevel(),
        row.getAwardedOn());
  }

  private static Representation representation(Representative row) {
    return new Representation(
        row.getIdentifierScheme(),
        row.getIdentifier(),
        row.getFamilyName(),
        row.getGivenName(),
        row.getDateOfBirth(),
        row.getRole().name(),
        row.getJointly(),
        row.getSince());
  }

  private static TaxRecord tax(TaxStatus row) {
    return new TaxRecord(row.getClear(), row.getAsOf(), row.getOutstanding(), row.getCurrency());
  }
}
