package eu.digitalnorth.local.demo;

import eu.digitalnorth.country.AuthorityId;
import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.local.installation.Endpoints;
import eu.digitalnorth.local.token.Tokens;
import eu.digitalnorth.messaging.topic.Service;
import java.net.URI;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The portal, as the requesting authorities' systems use it. */
final class PortalClient {
  /** Whoever may start exchanges may read what scenarios there are. */
  private static final String READER = "NO:university-admissions";

  private final Rest rest;
  private final Tokens tokens;
  private final Endpoints endpoints;

  PortalClient(Rest rest, Tokens tokens, Endpoints endpoints) {
    this.rest = rest;
    this.tokens = tokens;
    this.endpoints = endpoints;
  }

  List<JsonNode> scenarios() {
    return as(READER).get(url(READER, "/api/scenarios")).valueStream().toList();
  }

  /** Starts the exchange of a scenario for its persona, and returns its id. */
  String start(JsonNode scenario, Persona persona) {
    return start(scenario, persona, Rest.idempotencyKey());
  }

  /**
   * The same, under a key: with one that was used before, it returns the exchange of then.
   *
   * @param key as a header
   */
  String start(JsonNode scenario, Persona persona, Map<String, String> key) {
    ObjectNode body = Rest.object();
    for (String field :
        List.of("procedure", "requester", "citizenCountry", "levelOfAssurance", "lifetime")) {
      if (scenario.hasNonNull(field)) {
        body.set(field, scenario.get(field));
      }
    }
    body.put("explicitRequest", scenario.path("explicitRequest").asBoolean());
    body.set("loginHint", persona.person().json());
    if (scenario.path("actsForCompany").asBoolean()) {
      body.set("company", persona.companyOf(scenario.path("id").asString()).json());
    }
    for (JsonNode wish : scenario.path("evidence")) {
      ObjectNode one = body.withArray("evidence").addObject();
      one.set("type", wish.path("type"));
      if (wish.hasNonNull("providerCountry")) {
        one.set("providerCountry", wish.get("providerCountry"));
      }
    }
    String requester = scenario.path("requester").asString();
    return as(requester)
        .post(url(requester, "/api/exchanges"), body, key)
        .expected()
        .path("id")
        .asString();
  }

  /**
   * @param requester whose exchange it is
   */
  JsonNode exchange(String requester, String id) {
    return as(requester).get(url(requester, "/api/exchanges/" + id));
  }

  /** The portal of an authority's country. */
  private URI url(String authority, String path) {
    CountryCode country = new AuthorityId(authority).country();
    return URI.create(endpoints.of(Service.PORTAL, country) + path);
  }

  private Rest as(String authority) {
    return rest.as(() -> tokens.officer(authority));
  }
}
