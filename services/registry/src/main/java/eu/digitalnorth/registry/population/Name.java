package eu.digitalnorth.registry.population;

import eu.digitalnorth.country.Transliteration;
import org.jspecify.annotations.Nullable;

/**
 * A person's name.
 *
 * @param birthName family name at birth, where it differs
 */
public record Name(String family, String given, @Nullable String birthName) {
  public Name {
    if (family.isBlank() || given.isBlank()) {
      throw new IllegalArgumentException("A person has a family name and a given name");
    }
  }

  /** In letters without diacritics. */
  public String familyTransliterated() {
    return Transliteration.of(family);
  }

  /** In letters without diacritics. */
  public String givenTransliterated() {
    return Transliteration.of(given);
  }

  public String full() {
    return given + ' ' + family;
  }

  /** Without the name, since records end up in logs. */
  @Override
  public String toString() {
    return "a name";
  }
}
