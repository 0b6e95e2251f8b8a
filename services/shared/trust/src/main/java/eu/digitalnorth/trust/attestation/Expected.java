package eu.digitalnorth.trust.attestation;

import eu.digitalnorth.country.CountryCode;

/**
 * What an attestation must say to be accepted.
 *
 * @param issuingCountry the country whose key must have signed it
 * @param issuer {@code iss}
 * @param audience {@code aud}: who presents it
 * @param nonce {@code nonce}: in which exchange
 */
public record Expected(CountryCode issuingCountry, String issuer, String audience, String nonce) {}
