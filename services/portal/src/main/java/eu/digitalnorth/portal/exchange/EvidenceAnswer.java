package eu.digitalnorth.portal.exchange;

import java.time.LocalDate;
import java.util.UUID;

/** How a country answers a request for evidence. */
public sealed interface EvidenceAnswer {

  /**
   * An evidence, without what it says.
   *
   * @param evidenceId names it
   * @param issuingAuthority name of who keeps the register
   * @param conformsTo full name of its record type
   */
  record Provided(UUID evidenceId, String issuingAuthority, LocalDate issuedOn, String conformsTo)
      implements EvidenceAnswer {}

  /** A typed refusal. */
  record Refused(Refusal refusal) implements EvidenceAnswer {}
}
