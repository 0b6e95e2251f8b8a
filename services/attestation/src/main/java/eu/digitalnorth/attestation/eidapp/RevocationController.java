package eu.digitalnorth.attestation.eidapp;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The eID scheme takes attestations back. */
@RestController
@RequestMapping("/api/eid/{country}/attestations")
class RevocationController {
  private final Revocations revocations;
  private final PathVariables variables;

  RevocationController(Revocations revocations, PathVariables variables) {
    this.revocations = revocations;
    this.variables = variables;
  }

  /** Revoking again answers the same again. */
  @PostMapping("/{attestationId}/revoke")
  RevocationView revoke(@PathVariable String country, @PathVariable String attestationId) {
    return RevocationView.of(
        revocations.revoke(variables.country(country), PathVariables.id(attestationId)));
  }
}
