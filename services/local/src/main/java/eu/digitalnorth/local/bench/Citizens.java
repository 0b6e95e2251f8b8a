package eu.digitalnorth.local.bench;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.local.token.Tokens;
import eu.digitalnorth.schemas.eid.LoginHint;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the registry for the synthetic people whom it knows by name. */
record Citizens(URI registry, Tokens tokens) {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  LoginHint persona(CountryCode country, String name) {
    URI url = URI.create(registry + "/api/registers/" + country.lower() + "/personas");
    for (JsonNode persona : get(url, tokens.populationRegistrar(country.value()))) {
      if (persona.path("persona").asString().equals(name)) {
        JsonNode person = persona.path("person");
        return LoginHint.newBuilder()
            .setIdentifierScheme(person.path("identifierScheme").asString())
            .setIdentifier(person.path("identifier").asString())
            .build();
      }
    }
    throw new BenchException("The register of " + country + " has no persona " + name);
  }

  private static JsonNode get(URI url, String token) {
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .header("Authorization", "Bearer " + token)
            .timeout(PATIENCE)
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return JsonMapper.shared()
          .readTree(client.send(request, HttpResponse.BodyHandlers.ofString()).body());
    } catch (IOException e) {
      throw new BenchException("The registry does not answer at " + url, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("Interrupted", e);
    }
  }
}
