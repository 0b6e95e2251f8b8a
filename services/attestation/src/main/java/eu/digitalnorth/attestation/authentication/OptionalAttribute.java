package eu.digitalnorth.attestation.authentication;

import java.util.Arrays;
import java.util.Optional;

/**
 * Attributes that are attested only if asked for (eIDAS attribute profile 1.2, sections 2.2.2 and
 * 2.3.2; the last two of people are of 2.9). Others that eIDAS knows are not in the registers.
 */
public enum OptionalAttribute {
  BIRTH_NAME("BirthName"),
  PLACE_OF_BIRTH("PlaceOfBirth"),
  CURRENT_ADDRESS("CurrentAddress"),
  GENDER("Gender"),
  NATIONALITY("Nationality"),
  COUNTRY_OF_RESIDENCE("CountryOfResidence"),
  LEGAL_PERSON_ADDRESS("LegalPersonAddress"),
  VAT_REGISTRATION_NUMBER("VATRegistrationNumber"),
  EU_IDENTIFIER("D-2012-17-EUIdentifier");

  private final String eidasName;

  OptionalAttribute(String eidasName) {
    this.eidasName = eidasName;
  }

  /** The friendly name of the eIDAS attribute profile. */
  public String eidasName() {
    return eidasName;
  }

  /** Empty for one that is mandatory, or that no register has. */
  public static Optional<OptionalAttribute> named(String eidasName) {
    return Arrays.stream(values()).filter(a -> a.eidasName.equals(eidasName)).findFirst();
  }
}
