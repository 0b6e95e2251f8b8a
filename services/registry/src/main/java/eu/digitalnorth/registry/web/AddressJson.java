package eu.digitalnorth.registry.web;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.registry.register.Address;
import org.jspecify.annotations.Nullable;

/** An address in requests and answers; without a country it is in that of the register. */
record AddressJson(
    @Nullable String streetAddress,
    @Nullable String houseNumber,
    @Nullable String postalCode,
    @Nullable String locality,
    @Nullable String region,
    @Nullable String country) {

  /** Frameworks log what they read and write at DEBUG; who it is about stays out. */
  @Override
  public String toString() {
    return "AddressJson[...]";
  }

  static AddressJson of(Address address) {
    return new AddressJson(
        address.streetAddress(),
        address.houseNumber(),
        address.postalCode(),
        address.locality(),
        address.region(),
        address.country().value());
  }

  Address address(CountryCode register) {
    return new Address(
        Given.text(streetAddress, "address.streetAddress"),
        Given.optionalText(houseNumber, "address.houseNumber"),
        Given.text(postalCode, "address.postalCode"),
        Given.text(locality, "address.locality"),
        Given.optionalText(region, "address.region"),
        country == null ? register : Given.country(country, "address.country"));
  }
}
