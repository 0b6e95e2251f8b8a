package eu.digitalnorth.portal.scenario;

import eu.digitalnorth.portal.PortalProperties;
import eu.digitalnorth.portal.exchange.ExchangeDraft;
import eu.digitalnorth.portal.exchange.ExchangeDraft.IdentifierDraft;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.JsonNode;

/** Asks the registry who the synthetic people of the scenarios are. */
public final class Personas {
  private static final Logger log = LoggerFactory.getLogger(Personas.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final @Nullable String registry;
  private final RegistryTokens tokens;
  private final RestClient http;

  Personas(PortalProperties properties, RegistryTokens tokens) {
    HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(client);
    requests.setReadTimeout(TIMEOUT);
    this.registry = properties.registryUrl();
    this.tokens = tokens;
    RestClient.Builder builder = RestClient.builder().requestFactory(requests);
    tokens.addTo(builder::requestInterceptor);
    this.http = builder.build();
  }

  /** Whether it is known where the registry is. */
  public boolean canBeAsked() {
    return registry != null;
  }

  /** The request of a scenario for its persona; empty if the registry does not tell who that is. */
  public Optional<ExchangeDraft> draft(Scenario scenario) {
    return persona(scenario).flatMap(persona -> draft(scenario, persona));
  }

  private Optional<JsonNode> persona(Scenario scenario) {
    try {
      JsonNode all =
          http.get()
              .uri(
                  registry + "/api/registers/{country}/personas",
                  Map.of("country", scenario.citizenCountry().toLowerCase(Locale.ROOT)))
              .attributes(tokens.of(scenario.citizenCountry()))
              .retrieve()
              .body(JsonNode.class);
      return all == null
          ? Optional.empty()
          : all.valueStream().filter(one -> isNamed(one, scenario.persona())).findFirst();
    } catch (RestClientException | OAuth2AuthorizationException e) { // may repeat the answer
      log.warn("The registry does not tell who the personas are: {}", e.getClass().getName());
      return Optional.empty();
    }
  }

  private static boolean isNamed(JsonNode persona, String name) {
    return persona.path("persona").asString("").equals(name);
  }

  private static Optional<ExchangeDraft> draft(Scenario scenario, JsonNode persona) {
    Optional<IdentifierDraft> person = identifier(persona.path("person"));
    Optional<IdentifierDraft> company = identifier(persona.path("company"));
    return person
        .filter(known -> !scenario.actsForCompany() || company.isPresent())
        .map(known -> scenario.draft(known, company.orElse(null)));
  }

  private static Optional<IdentifierDraft> identifier(JsonNode node) {
    String scheme = node.path("identifierScheme").asString("");
    String identifier = node.path("identifier").asString("");
    return scheme.isEmpty() || identifier.isEmpty()
        ? Optional.empty()
        : Optional.of(new IdentifierDraft(scheme, identifier));
  }
}
