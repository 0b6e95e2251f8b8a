package eu.digitalnorth.restsecurity;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import eu.digitalnorth.restsecurity.caller.OfficerRole;
import eu.digitalnorth.restsecurity.fixture.TestIssuer;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Who may do what, how much, and how often. */
class AccessTest {
  private static final TestIssuer ISSUER = TestIssuer.shared();
  private static final String SUPERVISOR =
      ISSUER.officer("EE:data-protection", OfficerRole.LEDGER_SUPERVISOR);
  private static final String CITIZEN = ISSUER.citizen("EE", "ee-isikukood", "39901012239");
  private static GuardedService.Running service;

  @BeforeAll
  static void start() {
    service = GuardedService.start();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void anonymousSeesNothing() {
    for (String path : new String[] {"/api/ee/ledger", "/api/ee/mine", "/", "/no/such/thing"}) {
      HttpResponse<String> answer = service.send(service.request(path));

      assertThat(answer.statusCode()).as(path).isEqualTo(401);
      assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
      assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }
  }

  @Test
  void whatHasNoRuleIsDeniedToEverybody() {
    HttpResponse<String> answer = service.get("/api/forgotten", SUPERVISOR);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThatJson(answer.body()).node("type").isEqualTo("urn:digital-north:problem:forbidden");
  }

  @Test
  void anOfficerOfAnotherCountryIsRefused() {
    assertThat(service.get("/api/no/ledger", SUPERVISOR).statusCode()).isEqualTo(403);
    assertThat(service.get("/api/ee/ledger", SUPERVISOR).statusCode()).isEqualTo(200);
  }

  @Test
  void anOfficerWithoutTheRoleIsRefused() {
    String registrar = ISSUER.officer("EE:population-register", OfficerRole.POPULATION_REGISTRAR);

    assertThat(service.get("/api/ee/ledger", registrar).statusCode()).isEqualTo(403);
  }

  @Test
  void aCitizenIsNoOfficerAndAnOfficerNoCitizen() {
    assertThat(service.get("/api/ee/ledger", CITIZEN).statusCode()).isEqualTo(403);
    assertThat(service.get("/api/ee/mine", SUPERVISOR).statusCode()).isEqualTo(403);
    assertThat(service.get("/api/ee/mine", CITIZEN).body()).isEqualTo("39901012239");
    assertThat(service.get("/api/no/mine", CITIZEN).statusCode()).isEqualTo(403);
  }

  @Test
  void anAnswerTellsBrowsersToDoNothingWithIt() {
    HttpResponse<String> answer = service.get("/api/ee/ledger", SUPERVISOR);

    assertThat(answer.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'none'"));
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(answer.headers().firstValue("X-Frame-Options")).hasValue("DENY");
    assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
    assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
  }

  @Test
  void aBodyThatSaysItIsTooLargeIsNotRead() {
    HttpResponse<String> answer = echo(HttpRequest.BodyPublishers.ofString(json(70_000)));

    assertThat(answer.statusCode()).isEqualTo(413);
  }

  @Test
  void aBodyThatDoesNotSayHowLargeItIsEndsAtTheLimit() {
    byte[] large = json(70_000).getBytes(StandardCharsets.UTF_8);
    HttpResponse<String> answer =
        echo(
            HttpRequest.BodyPublishers.fromPublisher(
                HttpRequest.BodyPublishers.ofByteArray(large)));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(echo(HttpRequest.BodyPublishers.ofString(json(7_000))).statusCode()).isEqualTo(200);
  }

  @Test
  void jsonThatIsTooDeepIsRefused() {
    String deep = "{\"a\":" + "[".repeat(60) + "]".repeat(60) + "}";

    assertThat(echo(HttpRequest.BodyPublishers.ofString(deep)).statusCode()).isEqualTo(400);
    String shallow = "{\"a\":" + "[".repeat(40) + "]".repeat(40) + "}";
    assertThat(echo(HttpRequest.BodyPublishers.ofString(shallow)).statusCode()).isEqualTo(200);
  }

  @Test
  void aCallerWhoAsksTooOftenIsToldToWaitAndOthersAreNot() {
    try (GuardedService.Running strict =
        GuardedService.start(
            "--exchange.rest.rate-limit.caller-burst=5",
            "--exchange.rest.rate-limit.caller-per-second=1")) {
      assertThat(statuses(strict, CITIZEN, 8)).startsWith(200, 200, 200, 200, 200).contains(429);
      HttpResponse<String> limited = strict.get("/api/ee/mine", CITIZEN);
      assertThat(limited.statusCode()).isEqualTo(429);
      assertThat(limited.headers().firstValue("Retry-After")).hasValue("1");
      assertThatJson(limited.body())
          .node("type")
          .isEqualTo("urn:digital-north:problem:too-many-requests");
      String other = ISSUER.citizen("EE", "ee-isikukood", "60001017869");
      assertThat(strict.get("/api/ee/mine", other).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void anAddressThatAsksTooOftenIsLimitedBeforeItHasSaidWhoItIs() {
    try (GuardedService.Running strict =
        GuardedService.start(
            "--exchange.rest.rate-limit.address-burst=5",
            "--exchange.rest.rate-limit.address-per-second=1")) {
      assertThat(statuses(strict, "guess", 8)).startsWith(401, 401, 401, 401, 401).contains(429);
    }
  }

  @Test
  void aServiceThatKnowsNoIssuerDoesNotStart() {
    assertThatThrownBy(
            () ->
                new SpringApplicationBuilder(GuardedService.class)
                    .properties("server.port=0", "spring.main.banner-mode=off")
                    .run())
        .hasStackTraceContaining("exchange.rest.issuer must name the issuer of tokens");
  }

  @Test
  void whileManyAreWorkedOnMoreAreRefusedAtOnceAndTheFirstAreAnswered() {
    try (GuardedService.Running small = GuardedService.start("--exchange.rest.most-requests=2")) {
      List<CompletableFuture<HttpResponse<String>>> slow =
          List.of(small.begin("/api/slow", CITIZEN), small.begin("/api/slow", CITIZEN));
      await().until(() -> GuardedService.SLOW.getQueueLength() == 2);

      HttpResponse<String> refused = small.get("/api/ee/mine", CITIZEN);

      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
      assertThatJson(refused.body()).node("type").isEqualTo("urn:digital-north:problem:busy");
      GuardedService.SLOW.release(2);
      assertThat(slow).allMatch(answer -> answer.join().statusCode() == 200);
      await().until(() -> small.get("/api/ee/mine", CITIZEN).statusCode() == 200);
    }
  }

  private static int[] statuses(GuardedService.Running running, String token, int requests) {
    return IntStream.range(0, requests)
        .map(i -> running.get("/api/ee/mine", token).statusCode())
        .toArray();
  }

  private static HttpResponse<String> echo(HttpRequest.BodyPublisher body) {
    return service.send(
        service
            .request("/api/echo")
            .header("Authorization", "Bearer " + CITIZEN)
            .header("Content-Type", "application/json")
            .POST(body));
  }

  private static String json(int size) {
    return "{\"text\":\"" + "x".repeat(size) + "\"}";
  }
}
