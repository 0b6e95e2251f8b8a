package eu.digitalnorth.registry.population;

import java.time.LocalDate;

/**
 * A qualification in the register of diplomas.
 *
 * @param eqfLevel level of the European Qualifications Framework, 1 to 8
 */
public record Diploma(
    String credentialId,
    String qualification,
    String institution,
    int eqfLevel,
    LocalDate awardedOn) {
  public Diploma {
    if (eqfLevel < 1 || eqfLevel > 8) {
      throw new IllegalArgumentException("An EQF level is 1 to 8");
    }
  }
}
