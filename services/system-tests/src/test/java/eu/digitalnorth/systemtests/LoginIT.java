package eu.digitalnorth.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.digitalnorth.local.installation.Endpoints;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An officer and a citizen log in to the portal's page, with a browser that knows no script. */
class LoginIT {
  private static final String OFFICER = "NO:university-admissions";
  private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final Endpoints endpoints = World.endpoints();
  private final CookieManager cookies = new CookieManager();
  private final HttpClient browser =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.ALWAYS)
          .build();

  @Test
  void anOfficerLogsInPlaysAStoryAndLogsOut() {
    assertThat(get("/api/me").statusCode()).isEqualTo(401);

    logIn(OFFICER);

    assertThat(get("/api/me").body()).contains(OFFICER);
    assertThat(start("study", antiForgery()).statusCode()).isEqualTo(202);
    assertThat(start("move", antiForgery()).statusCode()).isEqualTo(403);
    HttpResponse<String> leaving = post("/logout", antiForgery());
    String issuer = JsonMapper.shared().readTree(leaving.body()).path("location").asString();
    assertThat(issuer).startsWith(endpoints.issuer().url() + "/connect/logout");
    assertThat(send(HttpRequest.newBuilder(URI.create(issuer))).uri().getPort())
        .isEqualTo(endpoints.portal().getPort());
    assertThat(get("/api/me").statusCode()).isEqualTo(401);
    assertThat(get("/oauth2/authorization/issuer").body()).contains("name=\"password\"");
  }

  @Test
  void whoHasNotLoggedInSeesOfEachServiceItsHealthOnly() {
    for (URI service : endpoints.services().values()) {
      assertThat(send(request(service.resolve("/actuator/health"))).statusCode()).isEqualTo(200);
      for (String path :
          List.of(
              "/actuator",
              "/actuator/env",
              "/v3/api-docs",
              "/api/exchanges/00000000-0000-4000-8000-000000000000",
              "/api/registers/ee/personas",
              "/api/eid/ee/authentications",
              "/api/audit/ee/entries")) {
        assertThat(send(request(service.resolve(path))).statusCode())
            .as("%s%s", service, path)
            .isIn(401, 404); // 404 where there is no REST interface at all
      }
    }
  }

  @Test
  void whoBeginsLogInsAndNeverEndsThemIsSoonToldToWait() {
    URI begin = endpoints.portal().resolve("/oauth2/authorization/issuer");
    HttpClient forgetful = HttpClient.newHttpClient(); // no cookies, no redirects
    List<Integer> statuses =
        IntStream.range(0, 80).mapToObj(i -> status(forgetful, begin)).toList();

    assertThat(statuses).startsWith(302).contains(429);
    await().until(() -> status(forgetful, begin) == 302);
  }

  @Test
  void whatAnotherPageSendsWithTheOfficersCookieIsRefused() {
    logIn(OFFICER);

    assertThat(start("study", "").statusCode()).isEqualTo(403);
    assertThat(start("study", UUID.randomUUID().toString()).statusCode()).isEqualTo(403);
  }

  @Test
  void whomTheOfficersExchangeIsAboutSeesItAndAnotherCitizenDoesNot() {
    logIn(OFFICER);
    String exchange = start("study", antiForgery()).headers().firstValue("Location").orElseThrow();
    assertThat(get(exchange).statusCode()).isEqualTo(200);

    cookies.getCookieStore().removeAll();
    logIn(userName("student"));
    assertThat(get(exchange).statusCode()).isEqualTo(200);

    cookies.getCookieStore().removeAll();
    logIn(userName("owner"));
    assertThat(get(exchange).statusCode()).isEqualTo(404);
  }

  @Test
  void aSessionFromBeforeTheLogInIsWorthNothingAfterIt() {
    HttpResponse<String> first =
        HttpClient.newHttpClient() // which follows no redirects
            .sendAsync(
                HttpRequest.newBuilder(
                        URI.create(endpoints.portal() + "/oauth2/authorization/issuer"))
                    .build(),
                HttpResponse.BodyHandlers.ofString())
            .join();
    assertThat(first.headers().allValues("Set-Cookie"))
        .anySatisfy(
            cookie ->
                assertThat(cookie)
                    .startsWith("PORTAL_SESSION=")
                    .contains("HttpOnly")
                    .contains("SameSite=Lax"));
    assertThat(first.headers().firstValue("Location").orElseThrow())
        .contains("code_challenge_method=S256")
        .contains("state=");

    get("/oauth2/authorization/issuer");
    String before = cookie("PORTAL_SESSION");
    logIn(OFFICER);

    assertThat(cookie("PORTAL_SESSION")).isNotEmpty().isNotEqualTo(before);
  }

  @Test
  void aCitizenWhoLogsInStartsNothingAndTheAddressTellsNobodyWhoItWas() {
    String identifier = Exchanges.persona(endpoints, "ee", "student").path("identifier").asString();

    logIn(userName("student"));

    assertThat(get("/api/me").body()).contains("EE").doesNotContain(identifier);
    assertThat(get("/api/scenarios").statusCode()).isEqualTo(403);
    assertThat(start("study", antiForgery()).statusCode()).isEqualTo(403);
    String location = post("/logout", antiForgery()).body();
    Matcher hint = Pattern.compile("id_token_hint=[^.]+\\.([^.]+)\\.").matcher(location);
    assertThat(hint.find()).isTrue();
    byte[] claims = Base64.getUrlDecoder().decode(hint.group(1));
    assertThat(new String(claims, StandardCharsets.UTF_8)).doesNotContain(identifier);
  }

  private void logIn(String userName) {
    Matcher form = FORM_TOKEN.matcher(get("/oauth2/authorization/issuer").body());
    assertThat(form.find()).isTrue();
    String fields =
        "_csrf=%s&username=%s&password=%s"
            .formatted(
                encoded(form.group(1)),
                encoded(userName),
                encoded(endpoints.issuer().secrets().ofUser(userName)));
    HttpResponse<String> page =
        send(
            HttpRequest.newBuilder(URI.create(endpoints.issuer().url() + "/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(BodyPublishers.ofString(fields)));
    assertThat(page.uri()).isEqualTo(endpoints.portal().resolve("/"));
  }

  private HttpResponse<String> start(String story, String antiForgery) {
    return post("/api/scenarios/" + story + "/exchanges", antiForgery);
  }

  private HttpResponse<String> post(String path, String antiForgery) {
    return send(
        HttpRequest.newBuilder(URI.create(endpoints.portal() + path))
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .header("X-XSRF-TOKEN", antiForgery)
            .POST(BodyPublishers.noBody()));
  }

  private HttpResponse<String> get(String path) {
    return send(request(endpoints.portal().resolve(path)));
  }

  private static HttpRequest.Builder request(URI page) {
    return HttpRequest.newBuilder(page)
        .header("Accept", "text/html,*/*;q=0.8"); // as browsers ask for pages
  }

  private static int status(HttpClient client, URI page) {
    return client
        .sendAsync(request(page).build(), HttpResponse.BodyHandlers.ofString())
        .join()
        .statusCode();
  }

  private String userName(String persona) {
    JsonNode person = Exchanges.persona(endpoints, "ee", persona);
    return person.path("identifierScheme").asString() + ':' + person.path("identifier").asString();
  }

  /** As the page's script reads it from its cookie. */
  private String antiForgery() {
    return cookie("XSRF-TOKEN");
  }

  private String cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse("");
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
