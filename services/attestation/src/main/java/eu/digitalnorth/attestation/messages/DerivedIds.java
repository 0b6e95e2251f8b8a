package eu.digitalnorth.attestation.messages;

import eu.digitalnorth.attestation.authentication.AuthReqId;
import eu.digitalnorth.attestation.authentication.AuthenticationRequest;
import eu.digitalnorth.attestation.authentication.IssuedAttestation;
import eu.digitalnorth.attestation.store.StatusListRow;
import eu.digitalnorth.messaging.envelope.NameBasedIds;
import java.time.Instant;
import java.util.UUID;

/** Ids of what follows from a request: the same again whenever it is decided again. */
public final class DerivedIds {
  private static final UUID LISTS = UUID.fromString("0e4b3a55-51c4-5f0c-9a1e-4a3c9f6f2b19");

  private DerivedIds() {}

  public static AuthReqId authentication(AuthenticationRequest request) {
    return new AuthReqId(NameBasedIds.derive(request.cause(), "authentication"));
  }

  public static UUID attestation(AuthenticationRequest request) {
    return NameBasedIds.derive(request.cause(), "attestation");
  }

  /** Of a token of a status list. */
  static UUID publication(StatusListRow list, Instant issuedAt) {
    return NameBasedIds.derive(LISTS, list.uri() + '#' + issuedAt.toEpochMilli());
  }

  static UUID revocation(IssuedAttestation attestation) {
    return NameBasedIds.derive(attestation.id(), "revocation");
  }
}
