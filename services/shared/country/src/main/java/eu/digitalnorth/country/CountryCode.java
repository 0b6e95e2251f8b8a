package eu.digitalnorth.country;

import java.util.Locale;

/**
 * A participant, by its two-letter code of ISO 3166-1. Not an enum, since a country is added as
 * data.
 *
 * @param value two upper-case letters, as shown to people and used in identifiers
 */
public record CountryCode(String value) implements Comparable<CountryCode> {

  public CountryCode {
    if (value.length() != 2 || !isLetter(value.charAt(0)) || !isLetter(value.charAt(1))) {
      throw new IllegalArgumentException("A country code is two upper-case letters: " + value);
    }
  }

  /** Reads either spelling: {@code EE} of identifiers or {@code ee} of topics and columns. */
  public static CountryCode of(String value) {
    return new CountryCode(value.toUpperCase(Locale.ROOT));
  }

  /** The spelling of topic names and database columns. */
  public String lower() {
    return value.toLowerCase(Locale.ROOT);
  }

  private static boolean isLetter(char character) {
    return character >= 'A' && character <= 'Z';
  }

  @Override
  public int compareTo(CountryCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
