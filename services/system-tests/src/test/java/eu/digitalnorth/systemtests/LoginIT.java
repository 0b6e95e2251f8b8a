package eu.digitalnorth.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
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
  void whatAnotherPageSendsWithTheOfficersCookieIsRefused() {
    logIn(OFFICER);

    assertThat(start("study", "").statusCode()).isEqualTo(403);
    assertThat(start("study", UUID.randomUUID().toString()).statusCode()).isEqualTo(403);
  }

  @Test
  void aCitizenWhoLogsInStartsNothingAndTheAddressTellsNobodyWhoItWas() {
    var student = Exchanges.persona(endpoints, "ee", "student");
    String identifier = student.path("identifier").asString();

    logIn(student.path("identifierScheme").asString() + ':' + identifier);

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
    send(
        HttpRequest.newBuilder(URI.create(endpoints.issuer().url() + "/login"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "text/html")
            .POST(BodyPublishers.ofString(fields)));
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
    return send(
        HttpRequest.newBuilder(URI.create(endpoints.portal() + path))
            .header("Accept", "text/html, application/json"));
  }

  /** As the page's script reads it from its cookie. */
  private String antiForgery() {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
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
