package eu.digitalnorth.trust.attestation;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The claims about a person that are disclosed one by one: those of the EUDI PID rulebook (SD-JWT
 * VC encoding), and few of our own where the rulebook has none. docs/attestation.md lists them.
 */
public enum PidClaim {
  FAMILY_NAME("family_name", "CurrentFamilyName", ClaimKind.TEXT),
  GIVEN_NAME("given_name", "CurrentGivenName", ClaimKind.TEXT),
  BIRTHDATE("birthdate", "DateOfBirth", ClaimKind.DATE),
  PLACE_OF_BIRTH("place_of_birth", "PlaceOfBirth", ClaimKind.OBJECT),
  NATIONALITIES("nationalities", "Nationality", ClaimKind.TEXTS),
  ADDRESS("address", "CurrentAddress", ClaimKind.OBJECT),
  BIRTH_FAMILY_NAME("birth_family_name", "BirthName", ClaimKind.TEXT),
  /** ISO/IEC 5218: 0 not known, 1 male, 2 female, 9 not applicable. */
  SEX("sex", "Gender", ClaimKind.NUMBER),
  EMAIL("email", "EmailAddress", ClaimKind.TEXT),
  PHONE_NUMBER("phone_number", "PhoneNumber", ClaimKind.TEXT),
  PERSONAL_ADMINISTRATIVE_NUMBER("personal_administrative_number", null, ClaimKind.TEXT),
  DOCUMENT_NUMBER("document_number", null, ClaimKind.TEXT),

  /** eIDAS: source country, destination country, identifier. */
  EIDAS_PERSON_IDENTIFIER("eidas_person_identifier", "PersonIdentifier", ClaimKind.TEXT),
  /** Scheme of the identifier in the source country. */
  IDENTIFIER_SCHEME("identifier_scheme", null, ClaimKind.TEXT),
  COUNTRY_OF_RESIDENCE("country_of_residence", "CountryOfResidence", ClaimKind.TEXT),
  /** Tagged as in OpenID Connect Core 1.0, section 5.2: Latin letters of no certain language. */
  FAMILY_NAME_LATIN("family_name#und-Latn", null, ClaimKind.TEXT),
  GIVEN_NAME_LATIN("given_name#und-Latn", null, ClaimKind.TEXT),
  /** The eIDAS legal person that the natural person represents. */
  LEGAL_PERSON("legal_person", null, ClaimKind.OBJECT);

  /** What eIDAS always asks for, with what belongs to it, and whom the person acts for. */
  private static final Set<PidClaim> MINIMUM_DATA_SET =
      Set.of(
          FAMILY_NAME,
          GIVEN_NAME,
          FAMILY_NAME_LATIN,
          GIVEN_NAME_LATIN,
          BIRTHDATE,
          EIDAS_PERSON_IDENTIFIER,
          IDENTIFIER_SCHEME,
          LEGAL_PERSON);

  private final String claimName;
  private final @Nullable String eidasName;
  private final ClaimKind kind;

  PidClaim(String claimName, @Nullable String eidasName, ClaimKind kind) {
    this.claimName = claimName;
    this.eidasName = eidasName;
    this.kind = kind;
  }

  /** The name in the SD-JWT. */
  public String claimName() {
    return claimName;
  }

  ClaimKind kind() {
    return kind;
  }

  /**
   * What to disclose: the eIDAS minimum data set, and what is asked for beyond it.
   *
   * @param eidasNames names of eIDAS attributes, for example {@code PlaceOfBirth}; unknown ones ask
   *     for nothing
   */
  public static Set<PidClaim> askedFor(Iterable<String> eidasNames) {
    Set<PidClaim> asked = EnumSet.copyOf(MINIMUM_DATA_SET);
    eidasNames.forEach(name -> byEidasName(name).ifPresent(asked::add));
    return asked;
  }

  private static Optional<PidClaim> byEidasName(String name) {
    return Stream.of(values()).filter(claim -> name.equals(claim.eidasName)).findAny();
  }

  static Optional<PidClaim> byClaimName(String name) {
    return Stream.of(values()).filter(claim -> name.equals(claim.claimName)).findAny();
  }
}
