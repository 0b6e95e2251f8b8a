package eu.digitalnorth.systemtests;

import eu.digitalnorth.local.installation.Endpoints;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Study exchanges: an Estonian citizen applies to a Norwegian university, one evidence each. */
final class Exchanges {
  private static final String UNIVERSITY = "NO:university-admissions";

  private final JsonNode student;
  private final String lifetime;

  /**
   * @param lifetime after which an exchange expires, as ISO 8601 duration
   */
  Exchanges(Endpoints endpoints, String lifetime) {
    this.student = persona(endpoints, "ee", "student");
    this.lifetime = lifetime;
  }

  static JsonNode persona(Endpoints endpoints, String country, String name) {
    for (JsonNode persona :
        Rest.get(
            endpoints.registry(),
            "/api/registers/" + country + "/personas",
            Callers.of(endpoints).populationRegistrar(country))) {
      if (persona.path("persona").asString().equals(name)) {
        return persona.path("person");
      }
    }
    throw new IllegalStateException("No persona " + name + " in " + country);
  }

  /** Starts one, and returns its id. */
  String start(Endpoints endpoints, String idempotencyKey) {
    return Rest.post(
            endpoints.portal(), "/api/exchanges", university(endpoints), idempotencyKey, body())
        .path("id")
        .asString();
  }

  /** Starts some one after the other, and returns their ids. */
  List<String> start(Endpoints endpoints, int count) {
    return Stream.generate(() -> start(endpoints, UUID.randomUUID().toString()))
        .limit(count)
        .toList();
  }

  /** An exchange as the portal shows it. */
  static JsonNode show(Endpoints endpoints, String id) {
    return Rest.get(endpoints.portal(), "/api/exchanges/" + id, university(endpoints));
  }

  /** How many are in which state; asks the portal for each. */
  static Map<String, Long> states(Endpoints endpoints, Collection<String> ids) {
    return ids.stream()
        .collect(
            Collectors.groupingBy(
                id -> show(endpoints, id).path("state").asString(),
                TreeMap::new,
                Collectors.counting()));
  }

  private static String university(Endpoints endpoints) {
    return Callers.of(endpoints).officer(UNIVERSITY);
  }

  private ObjectNode body() {
    ObjectNode body = JsonMapper.shared().createObjectNode();
    body.put("procedure", "T2")
        .put("requester", UNIVERSITY)
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
