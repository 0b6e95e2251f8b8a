package eu.digitalnorth.evidence.exchange;

import eu.digitalnorth.evidence.domain.Evidence;
import eu.digitalnorth.evidence.domain.PostalAddress;
import eu.digitalnorth.evidence.domain.Qualification;
import eu.digitalnorth.evidence.domain.RegisterEntry;
import eu.digitalnorth.evidence.domain.Representation;
import eu.digitalnorth.schemas.evidence.BirthEvidence;
import eu.digitalnorth.schemas.evidence.CompanyRegistrationEvidence;
import eu.digitalnorth.schemas.evidence.DiplomaEvidence;
import eu.digitalnorth.schemas.evidence.ResidenceEvidence;
import eu.digitalnorth.schemas.evidence.Subject;
import eu.digitalnorth.schemas.evidence.TaxClearanceEvidence;
import eu.digitalnorth.schemas.register.Address;
import eu.digitalnorth.schemas.register.CompanyStatus;
import eu.digitalnorth.schemas.register.Diploma;
import eu.digitalnorth.schemas.register.Representative;
import eu.digitalnorth.schemas.register.RepresentativeRole;
import org.apache.avro.specific.SpecificRecordBase;

/** Writes evidence as the record that its type is conformant to. */
final class EvidenceMapper {
  private EvidenceMapper() {}

  static SpecificRecordBase write(Evidence evidence) {
    return switch (evidence) {
      case Evidence.Birth birth -> birth(birth);
      case Evidence.Residence residence -> residence(residence);
      case Evidence.Diploma diploma -> diploma(diploma);
      case Evidence.CompanyRegistration registration -> registration(registration);
      case Evidence.TaxClearance clearance -> clearance(clearance);
    };
  }

  private static BirthEvidence birth(Evidence.Birth birth) {
    RegisterEntry.Person person = birth.person();
    return new BirthEvidence(
        subject(person),
        person.placeOfBirth(),
        person.countryOfBirth(),
        person.birthName(),
        person.parents(),
        birth.registeredBy());
  }

  private static ResidenceEvidence residence(Evidence.Residence residence) {
    return new ResidenceEvidence(
        subject(residence.person()),
        address(residence.address()),
        residence.since(),
        residence.doubleAddress(),
        residence.registeredBy());
  }

  private static DiplomaEvidence diploma(Evidence.Diploma diploma) {
    return new DiplomaEvidence(
        subject(diploma.person()),
        diploma.qualifications().stream().map(EvidenceMapper::diploma).toList(),
        diploma.registeredBy());
  }

  private static CompanyRegistrationEvidence registration(
      Evidence.CompanyRegistration registration) {
    RegisterEntry.Company company = registration.company();
    return new CompanyRegistrationEvidence(
        company.scheme(),
        company.identifier(),
        company.euid(),
        company.legalName(),
        company.legalForm(),
        CompanyStatus.valueOf(company.status()),
        company.registeredOn(),
        address(company.address()),
        company.vatNumber(),
        company.representatives().stream().map(EvidenceMapper::representative).toList(),
        registration.registeredBy());
  }

  private static TaxClearanceEvidence clearance(Evidence.TaxClearance clearance) {
    RegisterEntry taxpayer = clearance.taxpayer();
    return new TaxClearanceEvidence(
        taxpayer.scheme(),
        taxpayer.identifier(),
        taxpayer.fullName(),
        taxpayer.tax().clear(),
        taxpayer.tax().asOf(),
        taxpayer.tax().outstanding(),
        taxpayer.tax().currency(),
        clearance.registeredBy());
  }

  private static Subject subject(RegisterEntry.Person person) {
    return new Subject(
        person.scheme(),
        person.identifier(),
        person.familyName(),
        person.givenName(),
        person.dateOfBirth());
  }

  private static Address address(PostalAddress address) {
    return new Address(
        address.streetAddress(),
        address.houseNumber(),
        address.postalCode(),
        address.locality(),
        address.region(),
        address.country());
  }

  private static Diploma diploma(Qualification one) {
    return new Diploma(
        one.credentialId(), one.title(), one.institution(), one.eqfLevel(), one.awardedOn());
  }

  private static Representative representative(Representation one) {
    return new Representative(
        one.scheme(),
        one.identifier(),
        one.familyName(),
        one.givenName(),
        one.dateOfBirth(),
        RepresentativeRole.valueOf(one.role()),
        one.jointly(),
        one.since());
  }
}
