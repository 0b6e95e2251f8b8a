package eu.digitalnorth.attestation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the REST API. */
final class EidApp {
  private final HttpClient http = HttpClient.newHttpClient();
  private final JsonMapper json = JsonMapper.shared();
  private final URI root;
  private final Map<String, String> tokens;

  /**
   * @param tokens by the country that is asked; without one it calls as nobody
   */
  EidApp(String port, Map<String, String> tokens) {
    this.tokens = tokens;
    root = URI.create("http://127.0.0.1:" + port + "/api/eid/");
  }

  /** The authentications of an exchange, in any state. */
  JsonNode of(String country, UUID exchangeId) {
    return ok(get(country + "/authentications?exchangeId=" + exchangeId));
  }

  JsonNode pending(String country, UUID exchangeId) {
    return ok(get(country + "/authentications?state=pending&exchangeId=" + exchangeId));
  }

  HttpResponse<String> approve(String country, String authReqId) {
    return post(country + "/authentications/" + authReqId + "/approve");
  }

  HttpResponse<String> deny(String country, String authReqId) {
    return post(country + "/authentications/" + authReqId + "/deny");
  }

  HttpResponse<String> revoke(String country, UUID attestationId) {
    return post(country + "/attestations/" + attestationId + "/revoke");
  }

  HttpResponse<String> get(String path) {
    return send(request(path).GET().build());
  }

  JsonNode ok(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return json.readTree(response.body());
  }

  private HttpResponse<String> post(String path) {
    return send(request(path).POST(BodyPublishers.noBody()).build());
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(root.resolve(path));
    String token = tokens.get(path.substring(0, 2));
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
