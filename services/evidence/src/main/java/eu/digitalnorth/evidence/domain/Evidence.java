package eu.digitalnorth.evidence.domain;

import java.time.Instant;
import java.util.List;

/** What is proven, and by whose register. */
public sealed interface Evidence {

  /** Name of the register. */
  String registeredBy();

  /** Proof of registration of birth. */
  record Birth(RegisterEntry.Person person, String registeredBy) implements Evidence {}

  /** Proof of residence. */
  record Residence(
      RegisterEntry.Person person,
      PostalAddress address,
      Instant since,
      boolean doubleAddress,
      String registeredBy)
      implements Evidence {}

  /**
   * Proof of qualifications.
   *
   * @param qualifications at least one, oldest first
   */
  record Diploma(
      RegisterEntry.Person person, List<Qualification> qualifications, String registeredBy)
      implements Evidence {
    public Diploma {
      qualifications = List.copyOf(qualifications);
    }
  }

  /** Extract of a business register. */
  record CompanyRegistration(RegisterEntry.Company company, String registeredBy)
      implements Evidence {}

  /** What is overdue of a taxpayer's taxes, if anything. */
  record TaxClearance(RegisterEntry taxpayer, String registeredBy) implements Evidence {}
}
