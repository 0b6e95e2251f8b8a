package eu.digitalnorth.registry.population;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.registry.register.Identifier;

/** Under which identifier another country knows the same person. */
public record ForeignIdentifier(CountryCode country, Identifier identifier) {}
