package eu.digitalnorth.attestation.authentication;

import java.util.UUID;

/** Names an authentication: {@code auth_req_id} of OpenID CIBA Core 1.0, section 7.3. */
public record AuthReqId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
