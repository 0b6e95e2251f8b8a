package eu.digitalnorth.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.local.installation.Endpoints;
import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.servers.Database;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** Personal data stand in the registry's registers, and nowhere else in clear. */
@ResourceLock(World.LOCK)
class SecrecyIT {
  /** What a register is for. */
  private static final Set<String> REGISTERS =
      Set.of(
          "table registry.person",
          "table registry.persona",
          "table registry.foreign_identifier",
          "table registry.relative",
          "table registry.company",
          "table registry.representative");

  private static List<String> exchanges;
  private static JsonNode student;
  private static Remains remains;

  @BeforeAll
  static void exchangeEvidence() {
    Endpoints endpoints = World.endpoints();
    student = Exchanges.persona(endpoints, "ee", "student");
    exchanges = new Exchanges(endpoints, "PT3M").start(endpoints, 3);
    await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () -> Exchanges.states(endpoints, exchanges),
            states -> states.containsKey("COMPLETED") && states.size() == 1);
    Map<Service, Database> databases = new EnumMap<>(Service.class);
    for (Service service : Service.values()) {
      databases.put(service, World.database(service));
    }
    remains = Remains.of(endpoints, databases, World.logs());
  }

  /** Else the others prove nothing. */
  @Test
  void whatIsNoSecretIsFoundWhereItIs() {
    assertThat(remains.placesOf(exchanges.getFirst()))
        .contains(
            "topic ee.eid.attestation-request.v1",
            "topic no.evidence.response.v1",
            "topic ee.audit.event.v1",
            "table portal.exchange",
            "table audit.ledger_entry",
            "log portal.log");
    assertThat(remains.placesOf(student.path("identifier").asString()))
        .contains("table registry.person");
  }

  @Test
  void identifiersStandInTheRegistersOnly() {
    Set<String> places =
        CountryProfiles.load().codes().stream()
            .flatMap(country -> personas(country.lower()).stream())
            .flatMap(person -> remains.placesOf(person.path("identifier").asString()).stream())
            .collect(Collectors.toSet());

    assertThat(places).isNotEmpty().isSubsetOf(REGISTERS);
  }

  @Test
  void namesAndBirthDatesStandInTheRegistersOnly() {
    for (String field : List.of("familyName", "givenName", "dateOfBirth")) {
      String value = student.path(field).asString();
      assertThat(value).as(field).hasSizeGreaterThan(3);
      assertThat(remains.placesOf(value)).as(field).isSubsetOf(REGISTERS);
    }
  }

  private static List<JsonNode> personas(String country) {
    Endpoints endpoints = World.endpoints();
    return Rest.get(
            endpoints.registry(),
            "/api/registers/" + country + "/personas",
            Callers.of(endpoints).populationRegistrar(country))
        .valueStream()
        .map(persona -> persona.path("person"))
        .filter(person -> person.hasNonNull("identifier"))
        .toList();
  }
}
