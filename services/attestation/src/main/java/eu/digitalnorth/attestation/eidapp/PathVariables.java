package eu.digitalnorth.attestation.eidapp;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.ServedCountries;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reads path variables; an answer never repeats them, whatever somebody puts there. */
@Component
class PathVariables {
  private final ServedCountries served;

  PathVariables(ServedCountries served) {
    this.served = served;
  }

  CountryCode country(String text) {
    return served.codes().stream()
        .filter(code -> code.lower().equals(text))
        .findFirst()
        .orElseThrow(() -> new UnknownResourceException("This country is not served here"));
  }

  static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new UnknownResourceException("There is nothing with such an id");
    }
  }

  static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new UnknownResourceException("There is nothing with such a number");
    }
  }
}
