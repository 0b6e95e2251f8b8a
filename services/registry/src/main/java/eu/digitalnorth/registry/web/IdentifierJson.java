package eu.digitalnorth.registry.web;

import eu.digitalnorth.country.identifier.Check;
import eu.digitalnorth.country.identifier.IdentifierSchemes;
import eu.digitalnorth.registry.register.Identifier;
import org.jspecify.annotations.Nullable;

/** An identifier in requests and answers. */
record IdentifierJson(@Nullable String scheme, @Nullable String identifier) {

  /** Frameworks log what they read and write at DEBUG; who it is about stays out. */
  @Override
  public String toString() {
    return "IdentifierJson[...]";
  }

  static IdentifierJson of(Identifier identifier) {
    return new IdentifierJson(identifier.scheme(), identifier.value());
  }

  /** Checked and normalised, if the scheme is one of a participant. */
  Identifier checked(IdentifierSchemes schemes) {
    String name = Given.text(scheme, "scheme");
    String value = Given.text(identifier, "identifier");
    return schemes
        .find(name)
        .map(s -> new Identifier(name, normalised(s.check(value))))
        .orElseGet(() -> new Identifier(name, value));
  }

  private static String normalised(Check check) {
    return switch (check) {
      case Check.Valid valid -> valid.normalised();
      case Check.Invalid invalid ->
          throw new InvalidRequestException("The identifier " + invalid.reason().words());
    };
  }
}
