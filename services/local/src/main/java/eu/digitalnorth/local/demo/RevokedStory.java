package eu.digitalnorth.local.demo;

import eu.digitalnorth.local.installation.Endpoints;
import eu.digitalnorth.schemas.eid.AttestationIssued;
import eu.digitalnorth.schemas.evidence.EvidenceRefused;
import eu.digitalnorth.schemas.evidence.EvidenceResponse;
import java.time.Duration;
import java.time.Instant;

/**
 * A citizen takes an attestation back that evidence was provided for: the next request with it is
 * refused. Tells how long that took.
 */
final class RevokedStory {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String COUNTRY = "EE";
  private static final String PERSONA = "student";

  private final Endpoints endpoints;
  private final RegistryClient registry;
  private final EidAppClient eidApp;
  private final Narrator narrator;

  RevokedStory(
      Endpoints endpoints, RegistryClient registry, EidAppClient eidApp, Narrator narrator) {
    this.endpoints = endpoints;
    this.registry = registry;
    this.eidApp = eidApp;
    this.narrator = narrator;
  }

  ScenarioResult play(Scenario scenario) {
    Persona citizen = registry.persona(COUNTRY, PERSONA);
    Instant begun = Instant.now();
    try (NorwaysPortal portal = new NorwaysPortal(endpoints)) {
      AttestationIssued attestation = portal.attest(citizen.person());
      requireProvided(portal.askForEvidence(attestation));
      Instant revokedAt = eidApp.revoke(COUNTRY, citizen, attestation.getAttestationId());
      narrator.note("The citizen revokes the attestation in the eID app");
      Ending ending = askUntilRefused(portal, attestation, revokedAt);
      long millis = Duration.between(begun, Instant.now()).toMillis();
      return new ScenarioResult(scenario, portal.exchangeId().toString(), ending, millis);
    }
  }

  /** One request after the other; each tells when it was decided on. */
  private Ending askUntilRefused(
      NorwaysPortal portal, AttestationIssued attestation, Instant revokedAt) {
    Instant deadline = Instant.now().plus(PATIENCE);
    for (int provided = 0; Instant.now().isBefore(deadline); provided++) {
      EvidenceResponse answer = portal.askForEvidence(attestation);
      EvidenceRefused refused = answer.getRefused();
      if (refused != null) {
        narrator.note(
            "Revocation latency: refused %d ms after the revocation; evidences provided until then: %d"
                .formatted(Duration.between(revokedAt, answer.getIssuedAt()).toMillis(), provided));
        return new Ending(
            "REFUSED", refused.getCode().name().replace('_', ':'), refused.getReason());
      }
    }
    throw new DemonstrationException(
        "A revoked attestation is still accepted after %d s.".formatted(PATIENCE.toSeconds()));
  }

  private static void requireProvided(EvidenceResponse answer) {
    if (answer.getProvided() == null) {
      throw new DemonstrationException(
          "The attestation was not accepted in the first place: "
              + answer.getRefused().getReason());
    }
  }
}
