package eu.digitalnorth.attestation.authentication;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.LevelOfAssurance;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody is, told to one authority for one exchange.
 *
 * @param audience the authority that it is for
 * @param issuingAuthority name of the authority that vouches for it
 * @param scheme name of the eID scheme
 * @param validUntil from when on it is not accepted
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
    NaturalPersonData naturalPerson,
    @Nullable LegalPersonData legalPerson) {}
