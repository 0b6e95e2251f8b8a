package eu.digitalnorth.registry.population;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.registry.register.Address;
import java.time.Instant;
import java.util.Comparator;

/** An address and when it was registered: the claim of a country that a person lives there. */
public record RegisteredAddress(Address address, Instant registeredAt) {

  /** By time, and at the same time by country, so that two registers never disagree. */
  static final Comparator<RegisteredAddress> BY_REGISTRATION =
      Comparator.comparing(RegisteredAddress::registeredAt)
          .thenComparing(RegisteredAddress::country);

  /** The country that claims. */
  public CountryCode country() {
    return address.country();
  }
}
