package eu.digitalnorth.registry.population;

import eu.digitalnorth.country.CountryCode;
import java.time.LocalDate;

/** When and where somebody was born. */
public record Birth(LocalDate date, String place, CountryCode country) {

  /** Without the date, since records end up in logs. */
  @Override
  public String toString() {
    return "a birth in " + country;
  }
}
