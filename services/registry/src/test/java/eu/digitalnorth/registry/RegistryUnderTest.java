package eu.digitalnorth.registry;

import eu.digitalnorth.messaging.fixture.ExchangeFixture;
import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.restsecurity.caller.OfficerRole;
import eu.digitalnorth.restsecurity.fixture.TestIssuer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as a black box: started with real servers, reached by HTTP and Kafka only. */
final class RegistryUnderTest implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Map<String, String> settings;
  private final HttpClient http = HttpClient.newHttpClient();
  private ConfigurableApplicationContext service;

  /** Starts it. */
  RegistryUnderTest(Map<String, String> settings) {
    this.settings = settings;
    service = start();
  }

  /** Settings with a new database. */
  static Map<String, String> settings(ExchangeFixture exchange) {
    Map<String, String> settings = exchange.properties(Service.REGISTRY);
    settings.put("server.port", "0");
    settings.putAll(TestIssuer.shared().settings());
    settings.put("spring.config.name", "registry");
    return settings;
  }

  private ConfigurableApplicationContext start() {
    return new SpringApplication(RegistryApplication.class)
        .run(settings.entrySet().stream().map(s -> "--" + s).toArray(String[]::new));
  }

  /** Stops it and starts it again, on the same database and topics. */
  void restart() {
    service.close();
    service = start();
  }

  boolean isReady() throws Exception {
    return send(request("/actuator/health/readiness").GET()).statusCode() == 200;
  }

  Answer get(String path) throws Exception {
    return get(path, officerFor(path));
  }

  Answer get(String path, String token) throws Exception {
    return answer(send(request(path).header("Authorization", "Bearer " + token).GET()));
  }

  /** Without a token. */
  Answer getAnonymously(String path) throws Exception {
    return answer(send(request(path).GET()));
  }

  Answer post(String path, String json) throws Exception {
    return post(path, json, officerFor(path));
  }

  Answer post(String path, String json, String token) throws Exception {
    return answer(
        send(
            request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))));
  }

  /** A persona's entry, for example {@code student}. */
  JsonNode persona(String country, String name) throws Exception {
    for (JsonNode persona : get("/api/registers/" + country + "/personas").json()) {
      if (persona.get("persona").asString().equals(name)) {
        return persona;
      }
    }
    throw new AssertionError("No persona " + name + " in " + country);
  }

  /** Of the authority that keeps the register in the path. */
  private static String officerFor(String path) {
    String country = path.split("/")[3].toUpperCase(Locale.ROOT);
    return path.contains("/companies")
        ? TestIssuer.shared()
            .officer(country + ":business-register", OfficerRole.BUSINESS_REGISTRAR)
        : TestIssuer.shared()
            .officer(country + ":population-register", OfficerRole.POPULATION_REGISTRAR);
  }

  private HttpRequest.Builder request(String path) {
    String port = service.getEnvironment().getRequiredProperty("local.server.port");
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static Answer answer(HttpResponse<String> response) {
    String type = response.headers().firstValue("content-type").orElse("");
    return new Answer(response.statusCode(), type, response.body());
  }

  @Override
  public void close() {
    service.close();
  }

  record Answer(int status, String contentType, String body) {
    JsonNode json() {
      return JSON.readTree(body);
    }
  }
}
