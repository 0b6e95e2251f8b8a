package eu.digitalnorth.registry.register;

/**
 * A national identifier.
 *
 * @param scheme for example {@code ee-isikukood}
 * @param value in its normalised form
 */
public record Identifier(String scheme, String value) {
  public Identifier {
    if (scheme.isBlank() || value.isBlank()) {
      throw new IllegalArgumentException("An identifier has a scheme and a value");
    }
  }

  /** Without the value, since records end up in logs. */
  @Override
  public String toString() {
    return scheme;
  }
}
