package eu.digitalnorth.registry.web;

import eu.digitalnorth.country.identifier.IdentifierSchemes;
import eu.digitalnorth.registry.population.ForeignIdentifier;
import org.jspecify.annotations.Nullable;

/** An identifier in another country, in requests and answers. */
record ForeignIdentifierJson(
    @Nullable String country, @Nullable String scheme, @Nullable String identifier) {

  /** Frameworks log what they read and write at DEBUG; who it is about stays out. */
  @Override
  public String toString() {
    return "ForeignIdentifierJson[...]";
  }

  static ForeignIdentifierJson of(ForeignIdentifier foreign) {
    return new ForeignIdentifierJson(
        foreign.country().value(), foreign.identifier().scheme(), foreign.identifier().value());
  }

  ForeignIdentifier checked(IdentifierSchemes schemes) {
    return new ForeignIdentifier(
        Given.country(country, "foreignIdentifiers.country"),
        new IdentifierJson(scheme, identifier).checked(schemes));
  }
}
