package eu.digitalnorth.restsecurity;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.country.AuthorityId;
import eu.digitalnorth.restsecurity.caller.Caller;
import eu.digitalnorth.restsecurity.caller.OfficerRole;
import eu.digitalnorth.restsecurity.fixture.TestIssuer;
import eu.digitalnorth.restsecurity.fixture.TestToken;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens that are not good are refused, whatever is wrong with them. */
class ForgedTokensTest {
  private static final String LEDGER = "/api/ee/ledger";
  private static final TestToken GOOD =
      TestIssuer.shared()
          .token(
              new Caller.Officer(
                  new AuthorityId("EE:data-protection"), Set.of(OfficerRole.LEDGER_SUPERVISOR)));
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
  void aGoodTokenIsLetThrough() {
    HttpResponse<String> answer = service.get(LEDGER, GOOD.signed());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("EE:data-protection");
  }

  static Stream<Arguments> bad() {
    return Stream.of(
        Arguments.of("expired", GOOD.expired().signed()),
        Arguments.of("without an end", GOOD.with(claims -> claims.expirationTime(null)).signed()),
        Arguments.of(
            "of another issuer", GOOD.with(claims -> claims.issuer("http://evil")).signed()),
        Arguments.of(
            "for another service",
            GOOD.with(claims -> claims.audience("urn:digital-north:portal")).signed()),
        Arguments.of("for nobody", GOOD.with(claims -> claims.audience(List.of())).signed()),
        Arguments.of("an ID token", GOOD.ofType("JWT").signed()),
        Arguments.of("signed by somebody else", GOOD.signedBySomebodyElse()),
        Arguments.of("alg none", GOOD.unsigned()),
        Arguments.of("HS256 with the public key", GOOD.signedWithThePublicKeyAsSecret()),
        Arguments.of("claims changed after signing", GOOD.forged(Map.of("authority", "EE:other"))),
        Arguments.of("of nobody", GOOD.with(claims -> claims.claim("authority", null)).signed()),
        Arguments.of(
            "of an officer and a citizen at once",
            GOOD.with(
                    claims ->
                        claims
                            .claim("identifier_scheme", "ee-isikukood")
                            .claim("identifier", "39901012239"))
                .signed()),
        Arguments.of(
            "of an authority that is another country's",
            GOOD.with(claims -> claims.claim("authority", "NO:data-protection")).signed()),
        Arguments.of(
            "with roles that are no list",
            GOOD.with(claims -> claims.claim("roles", "ledger_supervisor")).signed()),
        Arguments.of("no token at all", "Bearer"),
        Arguments.of("garbage", "a.b.c"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bad")
  void aTokenThatIsNotGoodIsRefused(String what, String token) {
    HttpResponse<String> answer = service.get(LEDGER, token);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate"))
        .hasValueSatisfying(
            header -> assertThat(header).isEqualTo("Bearer error=\"invalid_token\""));
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThatJson(answer.body())
        .node("type")
        .isEqualTo("urn:digital-north:problem:unauthenticated");
    assertThat(answer.body()).doesNotContain("39901012239").doesNotContain(token);
  }

  @Test
  void manyTokensOfUnknownKeysDoNotMakeTheServiceFloodTheIssuer() {
    int before = TestIssuer.shared().timesAskedForKeys();

    for (int i = 0; i < 30; i++) {
      assertThat(service.get(LEDGER, GOOD.signedWithAnUnknownKey()).statusCode()).isIn(401, 503);
    }

    assertThat(TestIssuer.shared().timesAskedForKeys() - before).isLessThan(10);
    assertThat(service.get(LEDGER, GOOD.signed()).statusCode()).isEqualTo(200);
  }

  @Test
  void aTokenInTheQueryStringIsNoToken() {
    HttpResponse<String> answer =
        service.send(service.request(LEDGER + "?access_token=" + GOOD.signed()));

    assertThat(answer.statusCode()).isEqualTo(401);
  }

  @Test
  void anIssuerThatIsDownIsAnOutageAndNoRefusal() {
    try (GuardedService.Running other =
        GuardedService.start("--exchange.rest.jwk-set-uri=http://127.0.0.1:1/oauth2/jwks")) {
      assertThat(other.get(LEDGER, GOOD.signed()).statusCode()).isEqualTo(503);
    }
  }
}
