package eu.digitalnorth.messaging.envelope;

import eu.digitalnorth.country.CountryCode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who sent a message, as CloudEvents {@code source}: {@code urn:digital-north:ee:evidence}.
 *
 * @param country the sender's country
 * @param service name of the sending service
 */
public record Source(CountryCode country, String service) {
  private static final Pattern FORM =
      Pattern.compile("urn:digital-north:([a-z]{2}):([a-z][a-z0-9-]{0,31})");

  public static Optional<Source> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(new Source(CountryCode.of(matcher.group(1)), matcher.group(2)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "urn:digital-north:" + country.lower() + ':' + service;
  }
}
