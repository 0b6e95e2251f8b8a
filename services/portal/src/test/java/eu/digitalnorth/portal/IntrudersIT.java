package eu.digitalnorth.portal;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.portal.testing.Portal;
import eu.digitalnorth.portal.testing.Requests;
import eu.digitalnorth.portal.testing.World;
import eu.digitalnorth.restsecurity.caller.OfficerRole;
import eu.digitalnorth.restsecurity.fixture.TestIssuer;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Those whom an exchange is none of the business of, and what else comes in with requests. */
@ExtendWith(OutputCaptureExtension.class)
class IntrudersIT {
  private static final TestIssuer ISSUER = TestIssuer.shared();
  private static final String STUDENT = ISSUER.citizen("EE", "ee-isikukood", Requests.STUDENT);
  private static final String OTHER_CITIZEN = ISSUER.citizen("EE", "ee-isikukood", "60001017869");
  private static final String SAME_NUMBER_ELSEWHERE =
      ISSUER.citizen("LT", "lt-asmens-kodas", Requests.STUDENT);

  private final Portal portal = World.shared().norway();

  @ParameterizedTest
  @ValueSource(strings = {"/api/scenarios", "/api/me", "/v3/api-docs", "/actuator/env"})
  void anonymousSeesThePageAndNothingElse(String path) {
    assertThat(portal.send(portal.anonymously(path)).statusCode()).isEqualTo(401);
    assertThat(portal.send(portal.anonymously("/")).statusCode()).isEqualTo(200);
  }

  @Test
  void anonymousStartsAndSeesNoExchange() {
    UUID exchange = portal.start(Requests.diploma());

    assertThat(status(portal.anonymously("/api/exchanges/" + exchange))).isEqualTo(401);
    assertThat(eventsStatus(portal.anonymously("/api/exchanges/" + exchange + "/events")))
        .isEqualTo(401);
    assertThat(status(start(portal.anonymously("/api/exchanges"), Requests.diploma())))
        .isEqualTo(401);
  }

  @Test
  void anOfficerStartsNothingInAnotherAuthoritysName() {
    String other = ISSUER.officer("NO:study-finance", OfficerRole.REQUESTER);

    HttpResponse<String> answer =
        portal.send(start(portal.request("/api/exchanges", other), Requests.diploma()));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThatJson(answer.body())
        .node("type")
        .isEqualTo("urn:digital-north:problem:not-your-authority");
    assertThat(status(start(portal.request("/api/scenarios/study/exchanges", other), "")))
        .isEqualTo(403);
  }

  @Test
  void anOfficerWhoseAuthorityAsksForNothingStartsNothing() {
    String supervisor = ISSUER.officer("NO:university-admissions", OfficerRole.LEDGER_SUPERVISOR);

    assertThat(status(start(portal.request("/api/exchanges", supervisor), Requests.diploma())))
        .isEqualTo(403);
    assertThat(status(portal.request("/api/scenarios", supervisor))).isEqualTo(403);
  }

  @Test
  void aCitizenStartsNothing() {
    assertThat(status(start(portal.request("/api/exchanges", STUDENT), Requests.diploma())))
        .isEqualTo(403);
    assertThat(status(portal.request("/api/scenarios", STUDENT))).isEqualTo(403);
  }

  @Test
  void whomAnExchangeIsAboutSeesItAndOthersDoNot() {
    UUID exchange = portal.start(Requests.diploma());
    String path = "/api/exchanges/" + exchange;
    String otherOfficer = ISSUER.officer("NO:study-finance", OfficerRole.REQUESTER);
    String sameNameElsewhere = ISSUER.officer("SE:university-admissions", OfficerRole.REQUESTER);

    assertThat(status(portal.request(path, STUDENT))).isEqualTo(200);
    for (String stranger :
        new String[] {OTHER_CITIZEN, SAME_NUMBER_ELSEWHERE, otherOfficer, sameNameElsewhere}) {
      assertThat(status(portal.request(path, stranger))).isEqualTo(404);
      assertThat(eventsStatus(portal.request(path + "/events", stranger))).isEqualTo(404);
    }
  }

  @Test
  void anothersIdempotencyKeyIsAnotherKey() {
    String key = UUID.randomUUID().toString();
    HttpResponse<String> first = portal.post("/api/exchanges", key, Requests.diploma());
    String other = ISSUER.officer("NO:study-finance", OfficerRole.REQUESTER);
    String body =
        Requests.diploma()
            .replace("NO:university-admissions", "NO:study-finance")
            .replace("T2", "T1");

    HttpResponse<String> second =
        portal.send(
            portal
                .request("/api/exchanges", other)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body)));

    assertThat(second.statusCode()).isEqualTo(202);
    assertThat(second.headers().firstValue("Location"))
        .isNotEqualTo(first.headers().firstValue("Location"));
  }

  @Test
  void aCallerDoesNotTakeAllEventStreams() {
    String events = "/api/exchanges/" + portal.start(Requests.diploma()) + "/events";
    List<HttpResponse<Stream<String>>> taken =
        Stream.generate(() -> portal.open(portal.request(events, STUDENT))).limit(51).toList();
    HttpResponse<Stream<String>> officers = portal.open(portal.request(events));

    assertThat(taken.subList(0, 50)).extracting(HttpResponse::statusCode).containsOnly(200);
    assertThat(taken.getLast().statusCode()).isEqualTo(503);
    assertThat(officers.statusCode()).isEqualTo(200);
    taken.forEach(stream -> stream.body().close());
    officers.body().close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x';drop-table-exchange;--", "'or'1'='1"})
  void sqlInAKeyIsAKey(String key) {
    HttpResponse<String> answer =
        portal.post("/api/exchanges", key + UUID.randomUUID(), Requests.diploma());

    assertThat(answer.statusCode()).isEqualTo(202);
  }

  @Test
  void whatIsSentForgesNoLineInTheLog(CapturedOutput output) {
    String forged = "T2\\n2026-11-22T12:00:00.000Z  INFO all is well";
    HttpResponse<String> answer =
        portal.post(
            "/api/exchanges",
            UUID.randomUUID().toString(),
            Requests.diploma().replace("\"T2\"", '"' + forged + '"'));
    portal.send(portal.request("/api/exchanges/x%0d%0aINFO%20all%20is%20well"));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).doesNotContain("all is well");
    assertThat(output.getAll()).doesNotContain("all is well");
  }

  @Test
  void anOversizedOrTooDeepRequestIsRefused() {
    String deep = "{\"evidence\": " + "[".repeat(5000) + "]".repeat(5000) + "}";
    String large = "{\"procedure\": \"" + "x".repeat(100_000) + "\"}";

    assertThat(status(start(portal.request("/api/exchanges"), deep))).isEqualTo(400);
    assertThat(status(start(portal.request("/api/exchanges"), large))).isEqualTo(413);
  }

  /** Without waiting for the end, since there may be none. */
  private int eventsStatus(HttpRequest.Builder request) {
    HttpResponse<Stream<String>> answer = portal.open(request);
    answer.body().close();
    return answer.statusCode();
  }

  private int status(HttpRequest.Builder request) {
    return portal.send(request).statusCode();
  }

  private static HttpRequest.Builder start(HttpRequest.Builder request, String body) {
    return request
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .POST(BodyPublishers.ofString(body));
  }
}
