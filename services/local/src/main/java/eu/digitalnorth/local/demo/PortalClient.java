package eu.digitalnorth.local.demo;

import eu.digitalnorth.local.installation.Endpoints;
import eu.digitalnorth.local.token.Tokens;
import java.net.URI;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The portal, as the requesting authorities' systems use it. */
final class PortalClient {
  /** Whoever may start exchanges may read what scenarios there are. */
  private static final String READER = "NO:university-admissions";

  private final Rest rest;
  private final Tokens tokens;
  private final URI portal;

  PortalClient(Rest rest, Tokens tokens, Endpoints endpoints) {
    this.rest = rest;
    this.tokens = tokens;
    this.portal = endpoints.portal();
  }

  List<JsonNode> scenarios() {
    return as(READER).get(URI.create(portal + "/api/scenarios")).valueStream().toList();
  }

  /** Starts the exchange of a scenario for its persona, and returns its id. */
  String start(JsonNode scenario, Persona persona) {
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
    return as(scenario.path("requester").asString())
        .post(URI.create(portal + "/api/exchanges"), body, Rest.idempotencyKey())
        .expected()
        .path("id")
        .asString();
  }

  /**
   * @param requester whose exchange it is
   */
  JsonNode exchange(String requester, String id) {
    return as(requester).get(URI.create(portal + "/api/exchanges/" + id));
  }

  private Rest as(String authority) {
    return rest.as(() -> tokens.officer(authority));
  }
}
