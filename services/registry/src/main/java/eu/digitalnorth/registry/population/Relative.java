package eu.digitalnorth.registry.population;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.registry.register.Identifier;

/**
 * A family tie.
 *
 * @param kinship what the relative is to the person
 * @param country in which the relative is registered
 */
public record Relative(
    Kinship kinship, Identifier identifier, String fullName, CountryCode country) {

  /** Without the name, since records end up in logs. */
  @Override
  public String toString() {
    return kinship + " in " + country;
  }
}
