package eu.digitalnorth.portal.testing;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;

import eu.digitalnorth.portal.PortalApplication;
import eu.digitalnorth.restsecurity.caller.OfficerRole;
import eu.digitalnorth.restsecurity.fixture.TestIssuer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.springframework.context.ConfigurableApplicationContext;

/** A running portal, seen from outside. */
public final class Portal implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ConfigurableApplicationContext context;
  private final HttpClient http = HttpClient.newHttpClient();
  private final String url;
  private final String officer;

  private Portal(ConfigurableApplicationContext context, String officer) {
    this.officer = officer;
    this.context = context;
    this.url =
        "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
  }

  /** Returns when its inboxes are open. */
  public static Portal start(Map<String, String> settings) {
    String[] arguments =
        settings.entrySet().stream()
            .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
            .toArray(String[]::new);
    String country = settings.get("exchange.countries").substring(0, 2).toUpperCase(Locale.ROOT);
    Portal portal =
        new Portal(
            PortalApplication.start(arguments),
            TestIssuer.shared().officer(country + ":university-admissions", OfficerRole.REQUESTER));
    Awaitility.await("open inboxes")
        .atMost(Duration.ofSeconds(60))
        .until(() -> portal.get("/actuator/health/readiness").statusCode() == 200);
    return portal;
  }

  public HttpResponse<String> post(String path, String idempotencyKey, String json) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", idempotencyKey)
            .POST(BodyPublishers.ofString(json)));
  }

  public HttpResponse<String> get(String path) {
    return send(request(path));
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As an officer of the university admissions of the portal's first country. */
  public HttpRequest.Builder request(String path) {
    return request(path, officer);
  }

  /** As somebody in particular. */
  public HttpRequest.Builder request(String path, String token) {
    return anonymously(path).header("Authorization", "Bearer " + token);
  }

  public HttpRequest.Builder anonymously(String path) {
    return HttpRequest.newBuilder(URI.create(url + path)).timeout(PATIENCE);
  }

  /** The lines of an event stream as they come. */
  public Stream<String> events(UUID exchange, int lastEventId) {
    return open(request("/api/exchanges/" + exchange + "/events")
            .header("Last-Event-ID", Integer.toString(lastEventId)))
        .body();
  }

  /** An answer that may have no end; to be closed. */
  public HttpResponse<Stream<String>> open(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofLines());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Starts an exchange and tells its id. */
  public UUID start(String json) {
    HttpResponse<String> response = post("/api/exchanges", UUID.randomUUID().toString(), json);
    if (response.statusCode() != 202) {
      throw new AssertionError(response.statusCode() + " " + response.body());
    }
    String location = response.headers().firstValue("Location").orElseThrow();
    return UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
  }

  public String show(UUID exchange) {
    return get("/api/exchanges/" + exchange).body();
  }

  /** Waits until an exchange is in a state, and shows it. */
  public String await(UUID exchange, String state) {
    Awaitility.await("state " + state)
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThatJson(show(exchange)).node("state").isEqualTo(state));
    return show(exchange);
  }

  @Override
  public void close() {
    context.close();
  }
}
