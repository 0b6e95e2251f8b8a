package eu.digitalnorth.messaging;

import eu.digitalnorth.country.CountryCode;
import java.util.List;

/** The countries that this process serves. */
public record ServedCountries(List<CountryCode> codes) {
  public ServedCountries {
    codes = List.copyOf(codes);
  }

  public boolean contains(CountryCode country) {
    return codes.contains(country);
  }
}
