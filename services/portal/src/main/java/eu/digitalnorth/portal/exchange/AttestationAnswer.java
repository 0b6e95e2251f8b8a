package eu.digitalnorth.portal.exchange;

import eu.digitalnorth.country.LevelOfAssurance;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a country answers a request to attest a citizen. */
public sealed interface AttestationAnswer {

  /**
   * What is said in clear of an attestation.
   *
   * @param level null if it is none that we know
   */
  record Issued(UUID attestationId, @Nullable LevelOfAssurance level, Instant validUntil)
      implements AttestationAnswer {}

  /** A typed refusal. */
  record Refused(Refusal refusal) implements AttestationAnswer {}
}
