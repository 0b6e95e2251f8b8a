package eu.digitalnorth.registry.business;

import eu.digitalnorth.registry.register.Identifier;
import java.time.LocalDate;

/**
 * Somebody who represents a company.
 *
 * @param jointly only together with another representative
 */
public record Representative(
    Identifier identifier,
    String familyName,
    String givenName,
    LocalDate dateOfBirth,
    RepresentativeRole role,
    boolean jointly,
    LocalDate since) {

  /** Without the person, since records end up in logs. */
  @Override
  public String toString() {
    return role + (jointly ? " jointly" : "");
  }
}
