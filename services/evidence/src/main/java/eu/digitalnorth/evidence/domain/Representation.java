package eu.digitalnorth.evidence.domain;

import java.time.LocalDate;

/**
 * Somebody who represents a company.
 *
 * @param role as the register names it
 * @param jointly whether they can act only together with another
 */
public record Representation(
    String scheme,
    String identifier,
    String familyName,
    String givenName,
    LocalDate dateOfBirth,
    String role,
    boolean jointly,
    LocalDate since) {}
