package eu.digitalnorth.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.digitalnorth.local.demo.ScenarioResult;
import eu.digitalnorth.local.installation.Home;
import eu.digitalnorth.messaging.topic.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an operator sees of the services after the whole demonstration, and nobody else. */
@ResourceLock(World.LOCK)
class ObservationIT {
  private static final Path DASHBOARD =
      Home.find().root().resolve("docker").resolve("grafana").resolve("digital-north.json");
  private static final Pattern METRIC =
      Pattern.compile("\\b(?:exchange|hikaricp|http|jvm|logback|process)_[a-z_]+\\b");
  private static final Set<String> TAGS_OF_OURS =
      Set.of("country", "topic", "stage", "outcome", "reason", "state", "le");

  @BeforeAll
  static void playAllStories() {
    assertThat(Stories.results()).isNotEmpty();
  }

  @Test
  void eachMetricOfTheDashboardIsExposedByAService() throws IOException {
    JsonNode dashboard = JsonMapper.shared().readTree(Files.readString(DASHBOARD));
    Set<String> named = new TreeSet<>();
    for (JsonNode query : dashboard.findValues("expr")) {
      Matcher metrics = METRIC.matcher(query.asString());
      assertThat(metrics.find()).as("a metric in %s", query).isTrue();
      metrics.reset();
      while (metrics.find()) {
        named.add(metrics.group());
      }
    }
    assertThat(named).hasSizeGreaterThan(8);
    assertThat(Scrape.names()).containsAll(named);
  }

  @Test
  void exchangesRefusalsAndDeadLettersAreCountedByCode() {
    assertThat(Scrape.of(Service.PORTAL))
        .containsPattern(
            "exchange_duration_seconds_count\\{country=\"no\",state=\"COMPLETED\"\\} [1-9]")
        .containsPattern("exchange_duration_seconds_count\\{[^}]*state=\"REFUSED\"\\} [1-9]");
    assertThat(Scrape.of(Service.EVIDENCE))
        .containsPattern("exchange_decisions_total\\{[^}]*outcome=\"PROVIDED\"[^}]*\\} [1-9]")
        .containsPattern("exchange_decisions_total\\{[^}]*outcome=\"EDM_ERR_[^}]*\\} [1-9]")
        .containsPattern(
            "exchange_stage_seconds_count\\{country=\"ee\",stage=\"processing\",topic=\"evidence.request.v1\"\\}"
                + " [1-9]")
        .containsPattern(
            "exchange_inbox_lag_seconds\\{country=\"ee\",topic=\"evidence.request.v1\"\\} ");
    assertThat(Stream.of(Service.values()).map(Scrape::of))
        .anySatisfy(
            numbers ->
                assertThat(numbers)
                    .containsPattern(
                        "exchange_dead_letters_total\\{[^}]*reason=\"BAD_SIGNATURE\"[^}]*\\}"
                            + " [1-9]"));
  }

  @ParameterizedTest
  @EnumSource(Service.class)
  void ourMetricsAreOfCountriesTopicsStagesAndCodesOnly(Service service) {
    Set<String> tags =
        Scrape.of(service)
            .lines()
            .filter(line -> line.startsWith("exchange_") && line.contains("{"))
            .flatMap(line -> Pattern.compile("([a-z]+)=\"").matcher(line).results())
            .map(tag -> tag.group(1))
            .collect(Collectors.toSet());

    assertThat(tags).contains("country", "topic").isSubsetOf(TAGS_OF_OURS);
  }

  @ParameterizedTest
  @EnumSource(Service.class)
  void whoDoesNotHaveTheTokenSeesNoNumbers(Service service) {
    assertThat(Scrape.of(service, (String) null))
        .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(401))
        .satisfies(answer -> assertThat(answer.body()).isEmpty());
    assertThat(Scrape.of(service, "x".repeat(43)).statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @EnumSource(Service.class)
  void whereBrowsersComeInThereAreNone(Service service) throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        URI.create(World.endpoints().of(service) + "/actuator/prometheus"))
                    .build(),
                HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).isIn(401, 404);
    assertThat(answer.body()).doesNotContain("exchange_");
  }

  @Test
  void anExchangeIsOneTraceThroughTheServicesThatTookPart() {
    ScenarioResult study =
        Stories.results().values().stream()
            .filter(result -> result.scenario().id().equals("study"))
            .findFirst()
            .orElseThrow();
    List<String> tookPart = List.of("portal", "attestation", "evidence");

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(World.traces().toldOf(UUID.fromString(study.exchangeId()), tookPart))
                    .isEqualTo(tookPart));
  }
}
