package eu.digitalnorth.registry.register;

import eu.digitalnorth.country.CountryCode;
import org.jspecify.annotations.Nullable;

/**
 * A postal address.
 *
 * @param houseNumber where it is kept apart
 * @param region county or region
 */
public record Address(
    String streetAddress,
    @Nullable String houseNumber,
    String postalCode,
    String locality,
    @Nullable String region,
    CountryCode country) {

  public Address {
    if (streetAddress.isBlank() || postalCode.isBlank() || locality.isBlank()) {
      throw new IllegalArgumentException("An address has a street, a postal code and a locality");
    }
  }

  /** Without the street, since records end up in logs. */
  @Override
  public String toString() {
    return "an address in " + country;
  }
}
