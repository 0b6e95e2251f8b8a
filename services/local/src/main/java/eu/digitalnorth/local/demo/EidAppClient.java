package eu.digitalnorth.local.demo;

import eu.digitalnorth.local.installation.Endpoints;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The citizen's eID app. */
final class EidAppClient {
  private final Rest rest;
  private final URI attestation;

  EidAppClient(Rest rest, Endpoints endpoints) {
    this.rest = rest;
    this.attestation = endpoints.attestation();
  }

  /** The authentication that waits for the citizen in this exchange. */
  Optional<JsonNode> pending(String country, String exchangeId) {
    return rest.get(
            URI.create(authentications(country) + "?state=pending&exchangeId=" + exchangeId))
        .valueStream()
        .filter(one -> one.path("exchangeId").asString().equals(exchangeId))
        .findFirst();
  }

  /** Approves or denies. Where it has been decided already, that stays as it is. */
  void decide(String country, JsonNode authentication, boolean denies) {
    rest.post(
        URI.create(
            "%s/%s/%s"
                .formatted(
                    authentications(country),
                    authentication.path("authReqId").asString(),
                    denies ? "deny" : "approve")));
  }

  private String authentications(String country) {
    return attestation + "/api/eid/" + country.toLowerCase(Locale.ROOT) + "/authentications";
  }
}
