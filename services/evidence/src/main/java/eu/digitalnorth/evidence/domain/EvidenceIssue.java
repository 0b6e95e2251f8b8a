package eu.digitalnorth.evidence.domain;

import eu.digitalnorth.country.Authority;
import eu.digitalnorth.country.CountryProfile;
import eu.digitalnorth.country.EvidenceTypeCode;
import java.util.List;
import java.util.Optional;

/** Makes evidence of what a register holds. */
final class EvidenceIssue {
  private EvidenceIssue() {}

  /** Empty if the register holds nothing that could be proven. */
  static Optional<Evidence> from(
      RegisterEntry entry, EvidenceTypeCode type, CountryProfile country) {
    return switch (entry) {
      case RegisterEntry.Person person -> aboutPerson(person, type, country);
      case RegisterEntry.Company company -> aboutCompany(company, type, country);
    };
  }

  private static Optional<Evidence> aboutPerson(
      RegisterEntry.Person person, EvidenceTypeCode type, CountryProfile country) {
    String population = country.populationRegister().name();
    return switch (type) {
      case BIRTH -> Optional.of(new Evidence.Birth(person, population));
      case RESIDENCE -> residence(person, population);
      case DIPLOMA -> diploma(person, providerName(country, type));
      case TAX_CLEARANCE ->
          Optional.of(new Evidence.TaxClearance(person, providerName(country, type)));
      case COMPANY_REGISTRATION -> Optional.empty();
    };
  }

  private static Optional<Evidence> aboutCompany(
      RegisterEntry.Company company, EvidenceTypeCode type, CountryProfile country) {
    return switch (type) {
      case COMPANY_REGISTRATION ->
          Optional.of(new Evidence.CompanyRegistration(company, country.businessRegister().name()));
      case TAX_CLEARANCE ->
          Optional.of(new Evidence.TaxClearance(company, providerName(country, type)));
      case BIRTH, RESIDENCE, DIPLOMA -> Optional.empty();
    };
  }

  /** The dead reside nowhere. */
  private static Optional<Evidence> residence(RegisterEntry.Person person, String register) {
    return person.deceasedOn() != null
        ? Optional.empty()
        : Optional.of(
            new Evidence.Residence(
                person,
                person.address(),
                person.addressRegisteredAt(),
                person.claimedElsewhere(),
                register));
  }

  private static Optional<Evidence> diploma(RegisterEntry.Person person, String register) {
    List<Qualification> oldestFirst =
        person.qualifications().stream().sorted(Qualification.OLDEST_FIRST).toList();
    return oldestFirst.isEmpty()
        ? Optional.empty()
        : Optional.of(new Evidence.Diploma(person, oldestFirst, register));
  }

  private static String providerName(CountryProfile country, EvidenceTypeCode type) {
    return country.providerOf(type).map(Authority::name).orElseThrow();
  }
}
