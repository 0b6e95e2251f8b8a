package eu.digitalnorth.attestation.authentication;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the population register says of a person, as far as it can be attested.
 *
 * @param identifierScheme scheme of the national identifier
 * @param birthName family name at birth, null where it is the present one
 * @param nationalities ISO 3166-1 alpha-2
 * @param address in one line
 * @param countryOfResidence ISO 3166-1 alpha-2
 */
public record Citizen(
    String identifierScheme,
    String identifier,
    Name familyName,
    Name givenName,
    @Nullable String birthName,
    LocalDate dateOfBirth,
    String placeOfBirth,
    Gender gender,
    List<String> nationalities,
    String address,
    String countryOfResidence,
    boolean deceased) {

  public Citizen {
    nationalities = List.copyOf(nationalities);
  }

  /**
   * A name as it is written, and in basic Latin letters.
   *
   * @param latin the same as {@code written} where that has nothing else
   */
  public record Name(String written, String latin) {
    /** Null where it would say the same again. */
    public @Nullable String transliterated() {
      return latin.equals(written) ? null : latin;
    }
  }

  /** Values of the eIDAS attribute Gender. */
  public enum Gender {
    MALE,
    FEMALE,
    UNSPECIFIED
  }

  /** Without the person, since this ends up in logs. */
  @Override
  public String toString() {
    return "Citizen[...]";
  }
}
