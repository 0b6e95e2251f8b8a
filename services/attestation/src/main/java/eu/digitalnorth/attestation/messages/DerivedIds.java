package eu.digitalnorth.attestation.messages;

import eu.digitalnorth.attestation.authentication.AuthReqId;
import eu.digitalnorth.attestation.authentication.AuthenticationRequest;
import eu.digitalnorth.attestation.authentication.IssuedAttestation;
import eu.digitalnorth.messaging.envelope.NameBasedIds;
import java.util.UUID;

/** Ids of what follows from a request: the same again whenever it is decided again. */
public final class DerivedIds {
  private DerivedIds() {}

  public static AuthReqId authentication(AuthenticationRequest request) {
    return new AuthReqId(NameBasedIds.derive(request.cause(), "authentication"));
  }

  public static UUID attestation(AuthenticationRequest request) {
    return NameBasedIds.derive(request.cause(), "attestation");
  }

  static UUID revocation(IssuedAttestation attestation) {
    return NameBasedIds.derive(attestation.id(), "revocation");
  }
}
