package eu.digitalnorth.local.demo;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.local.installation.Endpoints;
import eu.digitalnorth.local.token.Tokens;
import eu.digitalnorth.messaging.topic.Service;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** The citizen's eID app. */
final class EidAppClient {
  private final Rest rest;
  private final Tokens tokens;
  private final Endpoints endpoints;

  EidAppClient(Rest rest, Tokens tokens, Endpoints endpoints) {
    this.rest = rest;
    this.tokens = tokens;
    this.endpoints = endpoints;
  }

  /** The authentication that waits for the citizen in this exchange. */
  Optional<JsonNode> pending(String country, Persona citizen, String exchangeId) {
    return as(citizen)
        .get(URI.create(authentications(country) + "?state=pending&exchangeId=" + exchangeId))
        .valueStream()
        .filter(one -> one.path("exchangeId").asString().equals(exchangeId))
        .findFirst();
  }

  /** Approves or denies. Where it has been decided already, that stays as it is. */
  void decide(String country, Persona citizen, JsonNode authentication, boolean denies) {
    as(citizen)
        .post(
            URI.create(
                "%s/%s/%s"
                    .formatted(
                        authentications(country),
                        authentication.path("authReqId").asString(),
                        denies ? "deny" : "approve")));
  }

  /** Takes an attestation back; returns since when it is revoked. */
  Instant revoke(String country, Persona citizen, UUID attestationId) {
    return Instant.parse(
        as(citizen)
            .post(
                URI.create(
                    "%s/attestations/%s/revoke".formatted(interfaceOf(country), attestationId)))
            .expected()
            .path("revokedAt")
            .asString());
  }

  private Rest as(Persona citizen) {
    return rest.as(() -> tokens.citizen(citizen.person().scheme(), citizen.person().identifier()));
  }

  private String authentications(String country) {
    return interfaceOf(country) + "/authentications";
  }

  private String interfaceOf(String country) {
    CountryCode code = CountryCode.of(country);
    return endpoints.of(Service.ATTESTATION, code) + "/api/eid/" + code.lower();
  }
}
