package eu.digitalnorth.attestation.authentication;

import eu.digitalnorth.country.CountryCode;

/**
 * The authority that asks, as it presents itself.
 *
 * @param id its id in its country's profile, if that is true
 */
public record RequestingAuthority(CountryCode country, String id, String name) {}
