package eu.digitalnorth.local.demo;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.local.installation.Endpoints;
import eu.digitalnorth.local.token.Tokens;
import eu.digitalnorth.messaging.topic.Service;
import java.net.URI;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The registers, as a registrar would use them. */
final class RegistryClient {
  private static final int CONFLICT = 409;

  private static final List<String> IDENTITY =
      List.of(
          "familyName",
          "givenName",
          "birthName",
          "dateOfBirth",
          "placeOfBirth",
          "countryOfBirth",
          "gender",
          "nationalities");

  private final Rest rest;
  private final Tokens tokens;
  private final Endpoints endpoints;

  RegistryClient(Rest rest, Tokens tokens, Endpoints endpoints) {
    this.rest = rest;
    this.tokens = tokens;
    this.endpoints = endpoints;
  }

  Persona persona(String country, String name) {
    return as(country)
        .get(url(country, "/personas"))
        .valueStream()
        .filter(one -> one.path("persona").asString(one.path("name").asString("")).equals(name))
        .findFirst()
        .map(Persona::of)
        .orElseThrow(
            () ->
                new DemonstrationException(
                    "The register of %s has no persona \"%s\".".formatted(country, name)));
  }

  JsonNode person(String country, String subject) {
    return as(country).get(url(country, "/persons/" + subject));
  }

  /**
   * Registers somebody's arrival from another country; somebody who has arrived before moves to the
   * address instead.
   */
  void arrive(String country, String fromCountry, JsonNode person, ObjectNode address) {
    Rest.Answer answer =
        as(country).post(url(country, "/persons"), arrival(fromCountry, person, address));
    String subject = answer.body().path("subject").asString("");
    if (answer.status() == CONFLICT && !subject.isEmpty()) {
      ObjectNode move = Rest.object();
      move.set("address", address);
      as(country).post(url(country, "/persons/" + subject + "/move"), move).expected();
    } else {
      answer.expected();
    }
  }

  private static ObjectNode arrival(String fromCountry, JsonNode person, ObjectNode address) {
    ObjectNode arrival = Rest.object();
    for (String field : IDENTITY) {
      if (person.hasNonNull(field)) {
        arrival.set(field, person.get(field));
      }
    }
    arrival
        .putArray("foreignIdentifiers")
        .addObject()
        .put("country", fromCountry)
        .put("scheme", person.path("identifierScheme").asString())
        .put("identifier", person.path("identifier").asString());
    arrival.set("address", address);
    return arrival;
  }

  private Rest as(String country) {
    return rest.as(() -> tokens.populationRegistrar(country));
  }

  private URI url(String country, String path) {
    CountryCode code = CountryCode.of(country);
    return URI.create(
        endpoints.of(Service.REGISTRY, code) + "/api/registers/" + code.lower() + path);
  }
}
