package eu.digitalnorth.attestation.messages;

import eu.digitalnorth.country.CountryCode;

/** Deaths were registered, as the transaction that notes them tells. */
public record DeathsNoted(CountryCode country) {}
