package eu.digitalnorth.attestation.eidapp;

import eu.digitalnorth.attestation.authentication.IssuedAttestation;
import eu.digitalnorth.attestation.authentication.RevocationCause;
import eu.digitalnorth.restsecurity.caller.Caller;
import java.util.function.Predicate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The eID scheme takes attestations back, and so do citizens, their own. */
@RestController
@RequestMapping("/api/eid/{country}/attestations")
class RevocationController {
  private final Revocations revocations;
  private final PathVariables variables;
  private final Subjects subjects;

  RevocationController(Revocations revocations, PathVariables variables, Subjects subjects) {
    this.revocations = revocations;
    this.variables = variables;
    this.subjects = subjects;
  }

  /** Revoking again answers the same again. */
  @PostMapping("/{attestationId}/revoke")
  RevocationView revoke(
      @PathVariable String country, @PathVariable String attestationId, Caller caller) {
    return RevocationView.of(
        revocations.revoke(
            variables.country(country),
            PathVariables.id(attestationId),
            revocableBy(caller),
            why(caller)));
  }

  private Predicate<IssuedAttestation> revocableBy(Caller caller) {
    return switch (caller) {
      case Caller.Officer officer -> any -> true;
      case Caller.Citizen citizen -> one -> one.subject().equals(subjects.of(citizen));
    };
  }

  private static RevocationCause why(Caller caller) {
    return switch (caller) {
      case Caller.Officer officer -> RevocationCause.BY_ISSUER;
      case Caller.Citizen citizen -> RevocationCause.BY_HOLDER;
    };
  }
}
