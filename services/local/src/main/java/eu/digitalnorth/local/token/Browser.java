package eu.digitalnorth.local.token;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pages, forms and cookies; redirects are followed by hand. */
final class Browser implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int OK = 200;

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(new CookieManager())
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  HttpResponse<String> get(String url) {
    return send(HttpRequest.newBuilder(URI.create(url)).header("Accept", "text/html"));
  }

  HttpResponse<String> post(String url, Map<String, String> form) {
    return send(form(url, form));
  }

  /** With the secret of a client (RFC 6749, section 2.3.1). */
  HttpResponse<String> post(String url, Map<String, String> form, String client, String secret) {
    byte[] credentials = (encoded(client) + ':' + encoded(secret)).getBytes(StandardCharsets.UTF_8);
    return send(
        form(url, form)
            .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials)));
  }

  JsonNode json(HttpResponse<String> answer) {
    if (answer.statusCode() != OK) {
      throw new TokenException(
          "The issuer gives no token: %s answered %d."
              .formatted(answer.uri(), answer.statusCode()));
    }
    return JsonMapper.shared().readTree(answer.body());
  }

  /** Where an answer leads to. */
  static String location(HttpResponse<String> answer) {
    return answer
        .headers()
        .firstValue("Location")
        .orElseThrow(() -> new TokenException("The issuer did not let the citizen log in."));
  }

  static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(field -> field.getKey() + '=' + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  @Override
  public void close() {
    http.close();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static HttpRequest.Builder form(String url, Map<String, String> form) {
    return HttpRequest.newBuilder(URI.create(url))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(encoded(form)));
  }

  private HttpResponse<String> send(HttpRequest.Builder builder) {
    HttpRequest request = builder.timeout(PATIENCE).build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new TokenException(
          "The issuer does not answer at %s.".formatted(request.uri().getAuthority()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TokenException("The log-in was broken off.", e);
    }
  }
}
