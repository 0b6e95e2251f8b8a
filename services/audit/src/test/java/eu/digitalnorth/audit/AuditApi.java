package eu.digitalnorth.audit;

import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.restsecurity.caller.OfficerRole;
import eu.digitalnorth.restsecurity.fixture.TestIssuer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The service's REST interface as a client sees it.
 *
 * @param token null means that of the supervisor of the country in the path
 */
record AuditApi(int port, @Nullable String token) {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  HttpResponse<String> get(String path) {
    return send(request(path).build());
  }

  HttpResponse<String> post(String path, String body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  /** For what no HTTP client would send. */
  String raw(String requestLine) throws IOException {
    String request = requestLine + "\r\nHost: x\r\nConnection: close\r\n\r\n";
    try (Socket socket = new Socket("127.0.0.1", port)) {
      OutputStream out = socket.getOutputStream();
      out.write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  boolean isReady() {
    return get("/actuator/health/readiness").statusCode() == 200;
  }

  JsonNode json(String path) {
    return json(get(path));
  }

  JsonNode entriesOf(String country, UUID exchange) {
    return json("/api/audit/" + country + "/exchanges/" + exchange).get("entries");
  }

  JsonNode verification(String country) {
    return json("/api/audit/" + country + "/verification");
  }

  long entries(String country) {
    return verification(country).at("/head/entries").asLong();
  }

  void assertIntact(String country) {
    JsonNode verification = verification(country);
    assertThat(verification.get("intact").asBoolean()).as(verification.toString()).isTrue();
    assertThat(verification.get("entriesVerified").asLong())
        .isEqualTo(verification.at("/head/entries").asLong());
  }

  static JsonNode json(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
    if (path.startsWith("/api/")) {
      request.header("Authorization", "Bearer " + (token == null ? supervisor(path) : token));
    }
    return request;
  }

  private static String supervisor(String path) {
    String country = path.split("/")[3].substring(0, 2).toUpperCase(Locale.ROOT);
    return TestIssuer.shared().officer(country + ":data-protection", OfficerRole.LEDGER_SUPERVISOR);
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private static HttpResponse<String> send(HttpRequest request) {
    try {
      return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    } catch (IOException e) {
      throw new IllegalStateException("No answer", e);
    }
  }
}
