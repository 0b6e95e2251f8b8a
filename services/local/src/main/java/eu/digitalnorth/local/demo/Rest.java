package eu.digitalnorth.local.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON over HTTP. Errors name the URL and the status, and never what was sent. */
final class Rest {
  private static final int USUAL_SECONDS = 20;
  private static final Duration TIMEOUT = Duration.ofSeconds(USUAL_SECONDS);
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient http;
  private final @Nullable Supplier<String> token;
  private final Duration timeout;

  /** As nobody. */
  Rest() {
    this(
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build(),
        null,
        TIMEOUT);
  }

  private Rest(HttpClient http, @Nullable Supplier<String> token, Duration timeout) {
    this.http = http;
    this.token = token;
    this.timeout = timeout;
  }

  /**
   * As somebody.
   *
   * @param who is asked for a token with each request, since tokens are short-lived
   */
  Rest as(Supplier<String> who) {
    return new Rest(http, who, timeout);
  }

  /** The same, for questions that take longer than {@value #USUAL_SECONDS} seconds to answer. */
  Rest waiting(Duration longer) {
    return new Rest(http, token, longer);
  }

  /**
   * @param status of HTTP
   * @param body missing if there is none
   */
  record Answer(URI url, int status, JsonNode body) {
    private static final int SUCCESS = 2;

    /** The body of a success. */
    JsonNode expected() {
      if (status / 100 != SUCCESS) {
        throw new DemonstrationException(
            "%s answered %d (%s)"
                .formatted(url, status, body.path("detail").asString("no detail")));
      }
      return body;
    }
  }

  JsonNode get(URI url) {
    return send(HttpRequest.newBuilder(url).GET()).expected();
  }

  Answer post(URI url) {
    return send(HttpRequest.newBuilder(url).POST(HttpRequest.BodyPublishers.noBody()));
  }

  Answer post(URI url, JsonNode body) {
    return post(url, body, Map.of());
  }

  Answer post(URI url, JsonNode body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
    headers.forEach(request::header);
    return send(request);
  }

  static Map<String, String> idempotencyKey() {
    return Map.of("Idempotency-Key", UUID.randomUUID().toString());
  }

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  private Answer send(HttpRequest.Builder builder) {
    if (token != null) {
      builder.setHeader("Authorization", "Bearer " + token.get());
    }
    HttpRequest request = builder.timeout(timeout).build();
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      return new Answer(request.uri(), response.statusCode(), parse(response.body()));
    } catch (IOException e) {
      throw new DemonstrationException(
          "%s does not answer (%s)".formatted(request.uri(), e.getClass().getSimpleName()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemonstrationException("The demonstration was broken off.", e);
    }
  }

  private static JsonNode parse(String body) {
    if (body.isBlank()) {
      return MissingNode.getInstance();
    }
    try {
      return JSON.readTree(body);
    } catch (JacksonException e) {
      return MissingNode.getInstance();
    }
  }
}
