package eu.digitalnorth.evidence.domain;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * An entry of the register of diplomas.
 *
 * @param credentialId number of the diploma
 * @param eqfLevel level of the European Qualifications Framework, 1 to 8
 */
public record Qualification(
    String credentialId, String title, String institution, int eqfLevel, LocalDate awardedOn) {

  static final Comparator<Qualification> OLDEST_FIRST =
      Comparator.comparing(Qualification::awardedOn).thenComparing(Qualification::credentialId);
}
