package eu.digitalnorth.country;

import java.util.regex.Pattern;

/**
 * A public authority, by a name of this exchange (no authority's real identifier).
 *
 * @param value country code, colon, lower-case words with hyphens: {@code NO:university-admissions}
 */
public record AuthorityId(String value) implements Comparable<AuthorityId> {

  private static final Pattern FORM = Pattern.compile("[A-Z]{2}:[a-z][a-z0-9]*(-[a-z0-9]+)*");

  public AuthorityId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "An authority id is a country code, a colon and lower-case words with hyphens: " + value);
    }
  }

  /** The country whose authority this is. */
  public CountryCode country() {
    return new CountryCode(value.substring(0, 2));
  }

  @Override
  public int compareTo(AuthorityId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
