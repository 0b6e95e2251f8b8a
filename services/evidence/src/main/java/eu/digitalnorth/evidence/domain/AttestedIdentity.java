package eu.digitalnorth.evidence.domain;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.identifier.PersonIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * A person or company in an attestation.
 *
 * @param scheme scheme of the identifier in its source country
 * @param identifier null if it is not of the form source/destination/identifier
 */
public record AttestedIdentity(String scheme, @Nullable PersonIdentifier identifier) {

  /** Whether it was made by one country for another. */
  boolean isFrom(CountryCode source, CountryCode destination) {
    return identifier != null
        && identifier.source().equals(source)
        && identifier.destination().equals(destination);
  }
}
