package eu.digitalnorth.portal.exchange;

import eu.digitalnorth.country.LevelOfAssurance;
import java.time.Instant;
import java.util.UUID;

/** An attestation that the portal accepted, without the person whom it is about. */
public record Attested(UUID attestationId, LevelOfAssurance level, Instant validUntil) {}
