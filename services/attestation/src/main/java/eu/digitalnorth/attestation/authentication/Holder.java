package eu.digitalnorth.attestation.authentication;

import org.jspecify.annotations.Nullable;

/**
 * Whom a login hint led to.
 *
 * @param citizen null if the register knows no such person
 * @param company null if none was named, or the register knows none such
 */
public record Holder(@Nullable Citizen citizen, @Nullable RegisteredCompany company) {}
