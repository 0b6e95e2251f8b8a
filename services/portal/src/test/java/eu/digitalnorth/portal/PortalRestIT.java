package eu.digitalnorth.portal;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.portal.testing.Estonia;
import eu.digitalnorth.portal.testing.Portal;
import eu.digitalnorth.portal.testing.Requests;
import eu.digitalnorth.portal.testing.World;
import eu.digitalnorth.schemas.eid.AttestationRefusalReason;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The REST interface: idempotency, problems, streams, documents. */
class PortalRestIT {
  private static final String PROBLEM = "application/problem+json";

  private final World world = World.shared();
  private final Portal portal = world.norway();
  private final Estonia estonia = new Estonia(world, "NO");

  @Test
  void theSameKeyAndRequestNameTheSameExchange() {
    String key = UUID.randomUUID().toString();

    HttpResponse<String> first = portal.post("/api/exchanges", key, Requests.diploma());
    HttpResponse<String> again =
        portal.post("/api/exchanges", key, Requests.diploma().replace(": ", " :  "));

    assertThat(first.statusCode()).isEqualTo(202);
    assertThat(again.statusCode()).isEqualTo(202);
    assertThat(location(again)).isEqualTo(location(first)).startsWith("/api/exchanges/");
    UUID exchange = UUID.fromString(location(first).substring("/api/exchanges/".length()));
    estonia.send(
        estonia.refused(
            estonia.attestationRequest(exchange), AttestationRefusalReason.ACCESS_DENIED));
    portal.await(exchange, "REFUSED");
    assertThat(
            world
                .exchange()
                .messages(
                    TopicCatalogue.ATTESTATION_REQUEST, CountryCode.of("EE"), exchange.toString()))
        .hasSize(1);
  }

  @Test
  void theSameKeyAtTheSameTimeNamesTheSameExchange() {
    String key = UUID.randomUUID().toString();

    List<String> locations =
        Stream.generate(
                () ->
                    CompletableFuture.supplyAsync(
                        () -> portal.post("/api/exchanges", key, Requests.diploma())))
            .limit(5)
            .toList()
            .stream()
            .map(answer -> location(answer.join()))
            .toList();

    assertThat(locations).hasSize(5).containsOnly(locations.getFirst());
  }

  @Test
  void theSameKeyWithAnotherRequestIsAProblem() {
    String key = UUID.randomUUID().toString();
    portal.post("/api/exchanges", key, Requests.diploma());

    HttpResponse<String> other = portal.post("/api/exchanges", key, Requests.diplomaAndBirth());

    assertProblem(other, 422, "urn:digital-north:problem:idempotency-key-reused");
  }

  @Test
  void aMissingKeyIsAProblemThatSaysWhatToDo() {
    HttpResponse<String> response =
        portal.send(
            portal
                .request("/api/exchanges")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Requests.diploma())));

    assertProblem(response, 400, "urn:digital-north:problem:idempotency-key-missing");
    assertThatJson(response.body())
        .node("detail")
        .isString()
        .contains("Send a header Idempotency-Key");
  }

  @Test
  void aMalformedKeyIsAProblem() {
    assertProblem(
        portal.post("/api/exchanges", "two words", Requests.diploma()),
        400,
        "urn:digital-north:problem:idempotency-key-malformed");
  }

  @Test
  void aRequestThatCannotBeMadeIsToldAllThatIsWrong() {
    String wrong =
        Requests.diploma()
            .replace(Requests.STUDENT, "39901012238")
            .replace("\"high\"", "\"highest\"");

    HttpResponse<String> response =
        portal.post("/api/exchanges", UUID.randomUUID().toString(), wrong);

    assertProblem(response, 422, "urn:digital-north:problem:invalid-request");
    assertThatJson(response.body())
        .inPath("errors[*].field")
        .isArray()
        .containsExactlyInAnyOrder("loginHint.identifier", "levelOfAssurance");
    assertThat(response.body()).doesNotContain("39901012238");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{", "[]", "{\"loginHint\": \"39901012239\"}", "{\"surprise\": 39901012239}"})
  void whatIsNoRequestAtAllIsAProblemThatRepeatsNothing(String body) {
    HttpResponse<String> response =
        portal.post("/api/exchanges", UUID.randomUUID().toString(), body);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(contentType(response)).startsWith(PROBLEM);
    assertThat(response.body()).doesNotContain("39901012239");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/exchanges/00000000-0000-4000-8000-000000000000, 404",
    "GET, /api/exchanges/00000000-0000-4000-8000-000000000000/events, 404",
    "GET, /api/exchanges/not-a-uuid, 400",
    "GET, /api/nothing, 403",
    "DELETE, /api/scenarios, 405",
    "POST, /api/exchanges, 415",
    "POST, /api/scenarios/no-such-story/exchanges, 404",
    "POST, /api/scenarios/study/exchanges, 503"
  })
  void everyProblemHasDetails(String method, String path, int status) {
    HttpRequest.Builder request =
        portal
            .request(path)
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .method(method, BodyPublishers.noBody());

    HttpResponse<String> response = portal.send(request);

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(contentType(response)).startsWith(PROBLEM);
    assertThatJson(response.body()).node("status").isEqualTo(status);
  }

  @Test
  void eventsComeAsTheyHappenAndEndWithTheExchange() {
    UUID exchange = portal.start(Requests.diploma());
    CompletableFuture<List<String>> stream =
        CompletableFuture.supplyAsync(() -> portal.events(exchange, 0).toList());

    estonia.send(
        estonia.refused(
            estonia.attestationRequest(exchange), AttestationRefusalReason.ACCESS_DENIED));

    assertThat(stream.join().stream().filter(line -> line.startsWith("id:")))
        .containsExactly("id:1", "id:2", "id:3");
    assertThat(stream.join()).contains("event:end", "data:{\"state\":\"REFUSED\"}");
  }

  @Test
  void aStreamIsResumedAfterTheLastEventThatIsKnown() {
    UUID exchange = refused();

    List<String> lines = portal.events(exchange, 2).toList();

    assertThat(lines.stream().filter(line -> line.startsWith("id:"))).containsExactly("id:3");
    assertThat(lines).contains("event:end");
  }

  @Test
  void aStreamWithNothingMoreToComeTellsTheBrowserToStop() {
    UUID exchange = refused();

    HttpResponse<String> response =
        portal.send(
            portal.request("/api/exchanges/" + exchange + "/events").header("Last-Event-ID", "3"));

    assertThat(response.statusCode()).isEqualTo(204);
  }

  @Test
  void theScenariosAreTold() {
    String scenarios = portal.get("/api/scenarios").body();

    assertThatJson(scenarios).inPath("[*].id").isArray().contains("study", "citizen-denies");
    assertThatJson(scenarios).node("[0].expected").isEqualTo("{\"state\": \"COMPLETED\"}");
    assertThatJson(scenarios).node("[0].evidence[0]").isObject().containsEntry("type", "DIPLOMA");
  }

  @Test
  void theInterfaceIsDescribed() {
    String document = portal.get("/v3/api-docs").body();

    assertThatJson(document).node("openapi").isString().startsWith("3.");
    assertThatJson(document)
        .node("paths")
        .isObject()
        .containsKeys(
            "/api/exchanges",
            "/api/exchanges/{id}",
            "/api/exchanges/{id}/events",
            "/api/scenarios");
  }

  @Test
  void thePageRunsOnlyItsOwnScript() {
    HttpResponse<String> page = portal.get("/");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("Digital North").doesNotContain("style=", "onclick");
    assertThat(page.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(
            policy -> assertThat(policy).contains("script-src 'self'").doesNotContain("unsafe"));
  }

  private UUID refused() {
    UUID exchange = portal.start(Requests.diploma());
    estonia.send(
        estonia.refused(
            estonia.attestationRequest(exchange), AttestationRefusalReason.ACCESS_DENIED));
    portal.await(exchange, "REFUSED");
    return exchange;
  }

  private static String location(HttpResponse<String> response) {
    return response.headers().firstValue("Location").orElseThrow();
  }

  private static String contentType(HttpResponse<String> response) {
    return response.headers().firstValue("Content-Type").orElse("");
  }

  private static void assertProblem(HttpResponse<String> response, int status, String type) {
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(contentType(response)).startsWith(PROBLEM);
    assertThatJson(response.body()).node("type").isEqualTo(type);
  }
}
