package eu.digitalnorth.registry.seed;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.registry.population.Addresses;
import eu.digitalnorth.registry.population.RegisteredAddress;
import eu.digitalnorth.registry.register.Address;
import eu.digitalnorth.registry.seed.NationalData.Place;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Finds places to live. */
final class Homes {
  private static final LocalDate OLDEST = LocalDate.of(1998, 1, 1);
  private static final LocalDate NEWEST = LocalDate.of(2025, 11, 30);

  private final CountryCode country;
  private final NationalData data;
  private final Dice dice;

  Homes(CountryCode country, NationalData data, Dice dice) {
    this.country = country;
    this.data = data;
    this.dice = dice;
  }

  Address address() {
    Place place = dice.pick(data.places());
    return new Address(
        dice.pick(data.streets()),
        String.valueOf(dice.between(1, 120)),
        place.postalCode(),
        place.locality(),
        place.region(),
        country);
  }

  /** An address, registered on some day since. */
  RegisteredAddress registeredAfter(LocalDate day) {
    LocalDate first = day.isAfter(OLDEST) ? day : OLDEST;
    return new RegisteredAddress(
        address(), at(first.isAfter(NEWEST) ? first : dice.day(first, NEWEST)));
  }

  /** The same home for somebody else, who was not registered there before being born. */
  static Addresses shared(RegisteredAddress home, LocalDate born) {
    Instant birth = at(born);
    return Addresses.only(
        home.registeredAt().isBefore(birth) ? new RegisteredAddress(home.address(), birth) : home);
  }

  private static Instant at(LocalDate day) {
    return day.atTime(9, 0).toInstant(ZoneOffset.UTC);
  }
}
