package eu.digitalnorth.portal.exchange;

import eu.digitalnorth.country.LevelOfAssurance;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a country answers a request to attest a citizen. */
public sealed interface AttestationAnswer {

  /**
   * An attestation, without the person whom it is about.
   *
   * @param exchangeId the exchange for which it says that it was issued
   * @param audience the authority for which it says that it was issued
   * @param issuingCountry the country that it says issued it
   * @param level null if it is none that we know
   * @param consistent whether what is said of it in clear is what stands inside
   */
  record Issued(
      UUID attestationId,
      UUID exchangeId,
      String audience,
      String issuingCountry,
      @Nullable LevelOfAssurance level,
      Instant validUntil,
      boolean consistent)
      implements AttestationAnswer {}

  /** A typed refusal. */
  record Refused(Refusal refusal) implements AttestationAnswer {}
}
