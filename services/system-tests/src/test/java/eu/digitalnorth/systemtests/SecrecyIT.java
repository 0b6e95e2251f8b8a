package eu.digitalnorth.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.local.demo.ScenarioResult;
import eu.digitalnorth.local.installation.Endpoints;
import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.servers.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/**
 * After the whole demonstration, with services that log at DEBUG, personal data stand in the
 * registry's registers, and nowhere else in clear: not in topics, databases, logs, metrics or
 * traces.
 */
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

  /** Megabytes of ciphertext in base64 spell any shorter word somewhere. */
  private static final int LONGEST_BY_CHANCE = 5;

  private static Remains remains;

  @BeforeAll
  static void collect() {
    assertThat(Stories.results()).isNotEmpty();
    Map<Service, Database> databases = new EnumMap<>(Service.class);
    for (Service service : Service.values()) {
      databases.put(service, World.database(service));
    }
    remains = Remains.of(World.endpoints(), databases, World.logs());
    remains.addObserved();
  }

  /** Else the others prove nothing. */
  @Test
  void whatIsNoSecretIsFoundWhereItIs() {
    ScenarioResult study =
        Stories.results().values().stream()
            .filter(result -> result.scenario().id().equals("study"))
            .findFirst()
            .orElseThrow();
    assertThat(remains.placesOf(study.exchangeId()))
        .contains(
            "topic ee.eid.attestation-request.v1",
            "topic no.evidence.response.v1",
            "topic ee.audit.event.v1",
            "table portal.exchange",
            "table audit.ledger_entry");
    assertThat(remains.placesOf("Inboxes are open")).contains("log portal.log", "log evidence.log");
    assertThat(remains.placesOf("evidence.request.v1")).contains("metrics of evidence", "traces");
    assertThat(remains.placesOf("DEBUG")).contains("log portal.log", "log registry.log");
  }

  @Test
  void identifiersOfAllWhoAreRegisteredStandInTheRegistersOnly() throws Exception {
    Set<String> identifiers = identifiers();

    assertThat(identifiers).hasSizeGreaterThan(8_000).allMatch(id -> id.matches("[0-9]{6}.*"));
    assertThat(remains.placesOfAny(identifiers))
        .contains("table registry.person")
        .isSubsetOf(REGISTERS);
  }

  @Test
  void namesAndBirthDatesOfThoseWhoTookPartStandInTheRegistersOnly() {
    Set<String> values =
        personas().stream()
            .flatMap(
                person ->
                    Stream.of("familyName", "givenName", "dateOfBirth")
                        .map(field -> person.path(field).asString()))
            .filter(value -> value.length() > LONGEST_BY_CHANCE)
            .collect(Collectors.toSet());

    assertThat(values).hasSizeGreaterThan(10);
    for (String value : values) {
      assertThat(remains.placesOf(value)).as("a word that is not told").isSubsetOf(REGISTERS);
    }
  }

  private static List<JsonNode> personas() {
    Endpoints endpoints = World.endpoints();
    List<JsonNode> people =
        CountryProfiles.load().codes().stream()
            .flatMap(
                country ->
                    Rest.get(
                            endpoints.registry(),
                            "/api/registers/" + country.lower() + "/personas",
                            Callers.of(endpoints).populationRegistrar(country.lower()))
                        .valueStream())
            .map(persona -> persona.path("person"))
            .filter(person -> person.hasNonNull("identifier"))
            .toList();
    assertThat(people).hasSizeGreaterThan(7);
    return people;
  }

  private static Set<String> identifiers() throws SQLException {
    Database registers = World.database(Service.REGISTRY);
    Set<String> identifiers = new HashSet<>();
    try (Connection connection =
            DriverManager.getConnection(registers.url(), registers.user(), registers.password());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select identifier from person")) {
      while (rows.next()) {
        identifiers.add(rows.getString(1));
      }
    }
    return identifiers;
  }
}
