package eu.digitalnorth.attestation.authentication;

/**
 * An attestation that is just being issued, and so has no place in a status list yet.
 *
 * @param subject pseudonym of the person
 */
public record NewAttestation(Attestation attestation, String subject) {}
