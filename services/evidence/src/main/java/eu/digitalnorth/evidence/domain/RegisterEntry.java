package eu.digitalnorth.evidence.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a register holds of somebody, as far as evidence is made of it. */
public sealed interface RegisterEntry {

  /** Scheme of the national identifier. */
  String scheme();

  /** The national identifier, also of those who were asked for by a foreign one. */
  String identifier();

  /** Name of the taxpayer. */
  String fullName();

  TaxRecord tax();

  /**
   * A row of the population register.
   *
   * @param birthName null where it does not differ
   * @param countryOfBirth ISO 3166-1 alpha-2
   * @param parents full names
   * @param claimedElsewhere whether another register claims another address
   * @param deceasedOn null while the person lives
   */
  record Person(
      String scheme,
      String identifier,
      String familyName,
      String givenName,
      LocalDate dateOfBirth,
      String placeOfBirth,
      String countryOfBirth,
      @Nullable String birthName,
      List<String> parents,
      PostalAddress address,
      Instant addressRegisteredAt,
      boolean claimedElsewhere,
      List<Qualification> qualifications,
      TaxRecord tax,
      @Nullable LocalDate deceasedOn)
      implements RegisterEntry {

    public Person {
      parents = List.copyOf(parents);
      qualifications = List.copyOf(qualifications);
    }

    @Override
    public String fullName() {
      return givenName + ' ' + familyName;
    }
  }

  /**
   * A row of the business register.
   *
   * @param status as the register names it
   */
  record Company(
      String scheme,
      String identifier,
      String euid,
      String legalName,
      String legalForm,
      String status,
      LocalDate registeredOn,
      PostalAddress address,
      @Nullable String vatNumber,
      List<Representation> representatives,
      TaxRecord tax)
      implements RegisterEntry {

    public Company {
      representatives = List.copyOf(representatives);
    }

    @Override
    public String fullName() {
      return legalName;
    }
  }
}
