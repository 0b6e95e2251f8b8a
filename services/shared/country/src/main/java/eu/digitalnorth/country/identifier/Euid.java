package eu.digitalnorth.country.identifier;

import eu.digitalnorth.country.CountryCode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A company's European unique identifier, as the Business Registers Interconnection System has it:
 * country, register, a full stop, registration number.
 *
 * @param registerId capital letters and digits
 * @param registrationNumber in its normalised form
 */
public record Euid(CountryCode country, String registerId, String registrationNumber) {

  private static final Pattern FORM = Pattern.compile("([A-Z]{2})([A-Z0-9]+)\\.([A-Za-z0-9-]+)");

  public Euid {
    if (!FORM.matcher(value(country, registerId, registrationNumber)).matches()) {
      throw new IllegalArgumentException(
          "Not an EUID: " + value(country, registerId, registrationNumber));
    }
  }

  /**
   * Reads a EUID.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Euid parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException("Not an EUID: " + text);
    }
    return new Euid(new CountryCode(form.group(1)), form.group(2), form.group(3));
  }

  /** As it is written. */
  public String value() {
    return value(country, registerId, registrationNumber);
  }

  private static String value(CountryCode country, String registerId, String number) {
    return country.value() + registerId + "." + number;
  }

  @Override
  public String toString() {
    return value();
  }
}
