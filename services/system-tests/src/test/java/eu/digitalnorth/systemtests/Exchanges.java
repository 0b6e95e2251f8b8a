package eu.digitalnorth.systemtests;

import eu.digitalnorth.local.installation.Endpoints;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Starts many study exchanges (Estonian citizens, Norwegian university) and follows them. */
final class Exchanges {
  private final Endpoints endpoints;
  private final JsonNode student;
  private final List<String> started = new ArrayList<>();

  Exchanges(Endpoints endpoints) {
    this.endpoints = endpoints;
    this.student = persona(endpoints, "ee", "student");
  }

  static JsonNode persona(Endpoints endpoints, String country, String name) {
    for (JsonNode persona :
        Rest.get(endpoints.registry(), "/api/registers/" + country + "/personas")) {
      if (persona.path("persona").asString().equals(name)) {
        return persona.path("person");
      }
    }
    throw new IllegalStateException("No persona " + name + " in " + country);
  }

  /** Starts exchanges of one evidence each. */
  void start(int count, String lifetime) {
    for (int i = 0; i < count; i++) {
      JsonNode accepted =
          Rest.post(
              endpoints.portal(), "/api/exchanges", UUID.randomUUID().toString(), body(lifetime));
      started.add(accepted.path("id").asString());
    }
  }

  List<String> ids() {
    return List.copyOf(started);
  }

  /** How many are in which state; asks the portal for each. */
  Map<String, Integer> states(Endpoints now) {
    Map<String, Integer> states = new TreeMap<>();
    for (String id : started) {
      states.merge(
          Rest.get(now.portal(), "/api/exchanges/" + id).path("state").asString(), 1, Integer::sum);
    }
    return states;
  }

  private ObjectNode body(String lifetime) {
    ObjectNode body = JsonMapper.shared().createObjectNode();
    body.put("procedure", "T2")
        .put("requester", "NO:university-admissions")
        .put("citizenCountry", "EE")
        .put("levelOfAssurance", "HIGH")
        .put("explicitRequest", true)
        .put("lifetime", lifetime);
    body.putObject("loginHint")
        .put("scheme", student.path("identifierScheme").asString())
        .put("identifier", student.path("identifier").asString());
    body.putArray("evidence").addObject().put("type", "DIPLOMA");
    return body;
  }
}
