package eu.digitalnorth.issuer;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Who gets a token, what it says, and who gets none. */
class IssuerIT {
  private static final String CITIZEN = "ee-isikukood:39901012239";
  private static final String VERIFIER = "a-verifier-that-is-long-enough-for-rfc-7636-0123456789";
  private static final String REDIRECT = "http://127.0.0.1:5555/signed-in";
  private static final Map<String, String> CREDENTIALS = Map.of("grant_type", "client_credentials");

  @TempDir private static Path directory;
  private static RunningIssuer issuer;

  @BeforeAll
  static void start() throws IOException {
    issuer = RunningIssuer.start(directory);
  }

  @BeforeEach
  void logOut() {
    issuer.forgetCookies();
  }

  @AfterAll
  static void stop() {
    issuer.close();
  }

  @Test
  void anAuthoritysSystemGetsATokenForWhatTheAuthorityIsThereFor() throws Exception {
    String secret = issuer.secrets().ofClient("NO:population-register");

    HttpResponse<String> answer = issuer.token("NO:population-register", secret, CREDENTIALS);

    SignedJWT token = token(answer);
    assertThat(token.verify(new ECDSAVerifier(issuer.secrets().signingKey()))).isTrue();
    assertThat(token.getHeader().getType().getType()).isEqualTo("at+jwt");
    assertThatJson(token.getJWTClaimsSet().toString())
        .isObject()
        .containsEntry("iss", issuer.url())
        .containsEntry("sub", "NO:population-register")
        .containsEntry("country", "NO")
        .containsEntry("authority", "NO:population-register");
    assertThat(token.getJWTClaimsSet().getStringListClaim("roles"))
        .containsExactly("eid_issuer", "population_registrar", "requester");
    assertThat(token.getJWTClaimsSet().getAudience())
        .containsExactly(
            "urn:digital-north:attestation",
            "urn:digital-north:portal",
            "urn:digital-north:registry");
    assertThatJson(answer.body())
        .node("expires_in")
        .isNumber()
        .isBetween(new BigDecimal(290), new BigDecimal(300));
  }

  @Test
  void whoDoesNotKnowTheSecretGetsNone() {
    String others = issuer.secrets().ofClient("SE:population-register");

    assertThat(issuer.token("NO:population-register", others, CREDENTIALS).statusCode())
        .isEqualTo(401);
    assertThat(issuer.token("XX:nobody", others, CREDENTIALS).statusCode()).isEqualTo(401);
  }

  @Test
  void aCitizenLogsInAndTheTokenSaysWhoItIs() throws Exception {
    String code = logIn(CITIZEN, issuer.secrets().ofUser(CITIZEN));

    SignedJWT token = token(redeem(code, VERIFIER));

    assertThatJson(token.getJWTClaimsSet().toString())
        .isObject()
        .containsEntry("country", "EE")
        .containsEntry("identifier_scheme", "ee-isikukood")
        .containsEntry("identifier", "39901012239")
        .doesNotContainKeys("authority", "roles");
    assertThat(token.getJWTClaimsSet().getSubject()).matches("[0-9a-f]{64}");
    assertThat(token.getJWTClaimsSet().getAudience())
        .containsExactly(
            "urn:digital-north:portal", "urn:digital-north:attestation", "urn:digital-north:audit");
  }

  @Test
  void aCodeIsWorthNothingToWhoDidNotAskForIt() {
    String code = logIn(CITIZEN, issuer.secrets().ofUser(CITIZEN));

    assertThat(redeem(code, VERIFIER + "x").statusCode()).isEqualTo(400);
  }

  @Test
  void aCodeIsGoodOnce() {
    String code = logIn(CITIZEN, issuer.secrets().ofUser(CITIZEN));

    assertThat(redeem(code, VERIFIER).statusCode()).isEqualTo(200);
    assertThat(redeem(code, VERIFIER).statusCode()).isEqualTo(400);
  }

  @Test
  void aLogInWithoutProofKeyIsRefused() {
    issuer.get(authorize(Map.of()));
    enter(CITIZEN, issuer.secrets().ofUser(CITIZEN));

    HttpResponse<String> answer =
        issuer.get(authorize(Map.of("code_challenge", "", "code_challenge_method", "")));

    assertThat(answer.headers().firstValue("Location").orElse("")).doesNotContain("code=");
  }

  @Test
  void aCodeIsSentToNobodyElse() {
    issuer.get(authorize(Map.of()));
    enter(CITIZEN, issuer.secrets().ofUser(CITIZEN));

    HttpResponse<String> answer =
        issuer.get(authorize(Map.of("redirect_uri", "http://evil.example/signed-in")));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Location")).isEmpty();
  }

  @Test
  void aWrongPasswordLeadsBackToThePageWhichRepeatsNothing() {
    issuer.get(authorize(Map.of()));

    HttpResponse<String> answer = enter(CITIZEN, "abcd-efgh-ijkm-npqr");

    String back = answer.headers().firstValue("Location").orElseThrow();
    assertThat(back).endsWith("/login?error");
    assertThat(issuer.get(back).body())
        .contains("User name or password is wrong")
        .doesNotContain("39901012239");
  }

  @Test
  void whoLogsInWithoutHavingBeenSentIsLedToThePortal() {
    assertThat(issuer.get("/").headers().firstValue("Location").orElseThrow()).endsWith("/login");

    HttpResponse<String> answer = enter(CITIZEN, issuer.secrets().ofUser(CITIZEN));

    assertThat(answer.headers().firstValue("Location")).hasValue("http://127.0.0.1:8080/");
  }

  @Test
  void aLogInThatAnotherPageMakesIsRefused() {
    HttpResponse<String> answer =
        issuer.post(
            "/login", Map.of("username", CITIZEN, "password", issuer.secrets().ofUser(CITIZEN)));

    assertThat(answer.statusCode()).isEqualTo(403);
  }

  @Test
  void whoGuessesIsSoonToldToWait() throws Exception {
    try (RunningIssuer strict =
        RunningIssuer.start(
            directory,
            "--exchange.rest.rate-limit.address-burst=5",
            "--exchange.rest.rate-limit.address-per-second=1")) {
      List<Integer> guesses =
          IntStream.range(0, 8)
              .mapToObj(i -> strict.token("NO:study-finance", "guess-" + i, CREDENTIALS))
              .map(HttpResponse::statusCode)
              .toList();

      assertThat(guesses).startsWith(401, 401, 401, 401, 401).contains(429);
      assertThat(strict.get("/login").statusCode()).isEqualTo(429);
    }
  }

  @Test
  void aFormThatIsTooLargeIsNotRead() {
    HttpResponse<String> answer = issuer.post("/login", Map.of("username", "x".repeat(20_000)));

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("at most 16384 bytes");
  }

  @Test
  void thePageIsFramedByNobodyAndRunsNoScript() {
    HttpResponse<String> page = issuer.get("/login");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .startsWith("default-src 'none'; style-src 'self';")
        .contains("frame-ancestors 'none'");
    assertThat(page.headers().firstValue("Set-Cookie").orElse(""))
        .contains("ISSUER_SESSION")
        .contains("HttpOnly")
        .contains("SameSite=Lax");
  }

  @Test
  void tokensFromBeforeARestartAreStillGood() throws Exception {
    String secret = issuer.secrets().ofClient("NO:study-finance");
    SignedJWT token = token(issuer.token("NO:study-finance", secret, CREDENTIALS));
    issuer.close();
    start();

    String keys = issuer.get("/oauth2/jwks").body();

    assertThatJson(keys)
        .inPath("keys[*].kid")
        .isArray()
        .containsExactly(token.getHeader().getKeyID());
    assertThatJson(keys).inPath("keys[*].d").isArray().isEmpty();
  }

  @Test
  void anythingElseIsDenied() {
    assertThat(issuer.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    assertThat(issuer.get("/actuator/env").statusCode()).isIn(302, 401, 403, 404);
    assertThat(issuer.get("/actuator/env").body()).doesNotContain("exchange.issuer");
  }

  /** From the app's first request to the code. */
  private String logIn(String userName, String password) {
    HttpResponse<String> first = issuer.get(authorize(Map.of()));
    assertThat(first.headers().firstValue("Location").orElseThrow()).endsWith("/login");
    HttpResponse<String> entered = enter(userName, password);
    HttpResponse<String> back = issuer.get(entered.headers().firstValue("Location").orElseThrow());
    String location = back.headers().firstValue("Location").orElseThrow();
    assertThat(location).startsWith(REDIRECT + "?code=");
    return first("code=([^&]+)", location);
  }

  private HttpResponse<String> enter(String userName, String password) {
    String page = issuer.get("/login").body();
    return issuer.post(
        "/login",
        Map.of(
            "_csrf", first("name=\"_csrf\" value=\"([^\"]+)\"", page),
            "username", userName,
            "password", password));
  }

  private HttpResponse<String> redeem(String code, String verifier) {
    return issuer.post(
        "/oauth2/token",
        Map.of(
            "grant_type", "authorization_code",
            "client_id", "eid-app",
            "code", code,
            "redirect_uri", REDIRECT,
            "code_verifier", verifier));
  }

  private static String authorize(Map<String, String> changes) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("response_type", "code");
    parameters.put("client_id", "eid-app");
    parameters.put("redirect_uri", REDIRECT);
    parameters.put("code_challenge", challenge());
    parameters.put("code_challenge_method", "S256");
    parameters.putAll(changes);
    parameters.values().removeIf(String::isEmpty);
    return "/oauth2/authorize?" + RunningIssuer.encoded(parameters);
  }

  private static String challenge() {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(VERIFIER.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SignedJWT token(HttpResponse<String> answer) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return SignedJWT.parse(
        JsonMapper.shared().readTree(answer.body()).path("access_token").asString());
  }

  private static String first(String pattern, String text) {
    Matcher found = Pattern.compile(pattern).matcher(text);
    assertThat(found.find()).as(pattern).isTrue();
    return found.group(1);
  }
}
