package eu.digitalnorth.registry.web;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.ServedCountries;
import org.springframework.stereotype.Component;

/** Whose registers are kept here. */
@Component
class Registers {
  private final ServedCountries served;

  Registers(ServedCountries served) {
    this.served = served;
  }

  /**
   * @throws UnknownRegisterException if they are kept elsewhere or nowhere
   */
  CountryCode of(String country) {
    return served.codes().stream()
        .filter(code -> code.value().equalsIgnoreCase(country))
        .findFirst()
        .orElseThrow(UnknownRegisterException::new);
  }

  static final class UnknownRegisterException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
