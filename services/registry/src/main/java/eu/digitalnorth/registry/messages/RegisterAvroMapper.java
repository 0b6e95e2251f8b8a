package eu.digitalnorth.registry.messages;

import eu.digitalnorth.registry.register.Address;
import eu.digitalnorth.registry.register.TaxStatus;

/** What rows of both registers are made of. */
final class RegisterAvroMapper {
  private RegisterAvroMapper() {}

  static eu.digitalnorth.schemas.register.Address address(Address address) {
    return eu.digitalnorth.schemas.register.Address.newBuilder()
        .setStreetAddress(address.streetAddress())
        .setHouseNumber(address.houseNumber())
        .setPostalCode(address.postalCode())
        .setLocality(address.locality())
        .setRegion(address.region())
        .setCountry(address.country().value())
        .build();
  }

  static eu.digitalnorth.schemas.register.TaxStatus tax(TaxStatus tax) {
    return eu.digitalnorth.schemas.register.TaxStatus.newBuilder()
        .setClear(tax.isClear())
        .setAsOf(tax.asOf())
        .setOutstanding(tax.outstanding())
        .setCurrency(tax.currency())
        .build();
  }
}
