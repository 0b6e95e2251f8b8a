package eu.digitalnorth.evidence.domain;

import org.jspecify.annotations.Nullable;

/**
 * An address in a register.
 *
 * @param country ISO 3166-1 alpha-2
 */
public record PostalAddress(
    String streetAddress,
    @Nullable String houseNumber,
    String postalCode,
    String locality,
    @Nullable String region,
    String country) {}
