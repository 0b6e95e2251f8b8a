package eu.digitalnorth.local.demo;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A synthetic person whom the demonstration knows by name.
 *
 * @param company that the person represents
 * @param entry of the register
 */
record Persona(Identifier person, Optional<Identifier> company, JsonNode entry) {

  static Persona of(JsonNode json) {
    JsonNode company = json.path("company");
    return new Persona(
        Identifier.of(json.path("person")),
        company.isObject() ? Optional.of(Identifier.of(company)) : Optional.empty(),
        json.path("person"));
  }

  Identifier companyOf(String scenario) {
    return company.orElseThrow(
        () ->
            new DemonstrationException(
                "The persona of scenario %s represents no company.".formatted(scenario)));
  }

  /** Pseudonym by which the register addresses the person. */
  String subject() {
    return entry.path("subject").asString();
  }

  /** Without the person, since this ends up in messages. */
  @Override
  public String toString() {
    return "Persona";
  }

  record Identifier(String scheme, String identifier) {
    static Identifier of(JsonNode json) {
      return new Identifier(
          json.path("identifierScheme").asString(""), json.path("identifier").asString(""));
    }

    ObjectNode json() {
      return Rest.object().put("scheme", scheme).put("identifier", identifier);
    }

    @Override
    public String toString() {
      return scheme;
    }
  }
}
