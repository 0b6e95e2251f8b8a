package eu.digitalnorth.country.identifier;

import eu.digitalnorth.country.CountryCode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A person or company as one country names it to another: the eIDAS {@code PersonIdentifier} and
 * {@code LegalPersonIdentifier}, for example {@code EE/NO/39901012239}.
 *
 * @param source whose register the identifier is of
 * @param destination for whom it was made
 */
public record PersonIdentifier(CountryCode source, CountryCode destination, String identifier) {

  private static final Pattern FORM = Pattern.compile("([A-Z]{2})/([A-Z]{2})/(.+)");

  public PersonIdentifier {
    if (identifier.isBlank()) {
      throw new IllegalArgumentException("A person identifier without an identifier");
    }
  }

  /**
   * Reads {@code source/destination/identifier}.
   *
   * @throws IllegalArgumentException if it is none; the message does not repeat it
   */
  public static PersonIdentifier parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException("A person identifier is source/destination/identifier");
    }
    return new PersonIdentifier(
        new CountryCode(form.group(1)), new CountryCode(form.group(2)), form.group(3));
  }

  /** As it is sent. */
  public String value() {
    return source + "/" + destination + "/" + identifier;
  }

  /** Without the identifier itself, since this ends up in logs. */
  @Override
  public String toString() {
    return source + "/" + destination + "/...";
  }
}
