package eu.digitalnorth.messaging.envelope;

import eu.digitalnorth.country.CountryCode;
import java.util.Optional;

/**
 * Who sent a message, as CloudEvents {@code source}: {@code urn:digital-north:ee:evidence}.
 *
 * @param country the sender's country
 * @param service name of the sending service
 */
public record Source(CountryCode country, String service) {
  private static final String NAMESPACE = "urn:digital-north:";
  private static final int SERVICE_START = NAMESPACE.length() + 3;
  private static final int LONGEST_SERVICE = 32;

  public static Optional<Source> parse(String text) {
    if (!text.startsWith(NAMESPACE)
        || text.length() <= SERVICE_START
        || text.charAt(SERVICE_START - 1) != ':') {
      return Optional.empty();
    }
    String country = text.substring(NAMESPACE.length(), SERVICE_START - 1);
    String service = text.substring(SERVICE_START);
    return country.chars().allMatch(Source::isLetter) && isName(service)
        ? Optional.of(new Source(CountryCode.of(country), service))
        : Optional.empty();
  }

  private static boolean isName(String service) {
    return service.length() <= LONGEST_SERVICE
        && isLetter(service.charAt(0))
        && service.chars().allMatch(c -> isLetter(c) || (c >= '0' && c <= '9') || c == '-');
  }

  private static boolean isLetter(int c) {
    return c >= 'a' && c <= 'z';
  }

  @Override
  public String toString() {
    return "urn:digital-north:" + country.lower() + ':' + service;
  }
}
