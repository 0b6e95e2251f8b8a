package eu.digitalnorth.attestation.authentication;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.LevelOfAssurance;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody is, told to one authority for one exchange.
 *
 * @param audience the authority that it is for
 * @param issuingAuthority name of the authority that vouches for it
 * @param scheme name of the eID scheme
 * @param validUntil from when on it is not accepted, in whole seconds
 * @param disclosed what the authority gets to see beyond the mandatory attributes
 * @param legalPerson the company that the person acts for, null for oneself
 */
public record Attestation(
    UUID id,
    UUID exchangeId,
    RequestingAuthority audience,
    CountryCode issuingCountry,
    String issuingAuthority,
    String scheme,
    LevelOfAssurance level,
    Instant issuedAt,
    Instant validUntil,
    Set<OptionalAttribute> disclosed,
    NaturalPersonData naturalPerson,
    @Nullable LegalPersonData legalPerson) {

  public Attestation {
    disclosed = Set.copyOf(disclosed);
  }
}
