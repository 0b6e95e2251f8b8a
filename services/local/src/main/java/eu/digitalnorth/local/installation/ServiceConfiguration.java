package eu.digitalnorth.local.installation;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.servers.Database;
import eu.digitalnorth.trust.IssuerSecrets;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a service is told: {@code config/<service>.properties}, a private file, since it has the
 * database's password. Spring Boot reads it after the service's own {@code <service>.yaml}.
 */
record ServiceConfiguration(Path directory) {

  static ServiceConfiguration in(Path data) {
    return new ServiceConfiguration(data.resolve("config"));
  }

  void write(
      Service service, InstallationSettings settings, Endpoints endpoints, Database database) {
    Map<String, String> overrides = settings.overrides().getOrDefault(service, Map.of());
    write(service, settings.countries(), endpoints, database, overrides);
  }

  /**
   * @param countries that it serves; empty means all that have a profile
   * @param overrides which win over all others
   */
  void write(
      Service service,
      List<CountryCode> countries,
      Endpoints endpoints,
      Database database,
      Map<String, String> overrides) {
    Map<String, String> values = new TreeMap<>();
    values.put("server.port", Integer.toString(port(endpoints.of(service))));
    values.put("exchange.kafka.bootstrap-servers", endpoints.brokers().clients());
    Path authority = endpoints.brokers().certificateAuthority();
    if (authority != null) {
      values.put("exchange.kafka.certificate-authority", authority.toString());
    }
    values.put("exchange.schema-registry.url", endpoints.schemaRegistry().toString());
    values.put("exchange.keys-directory", endpoints.brokers().keys().toString());
    values.put("spring.datasource.url", withBatches(database.url()));
    values.put("spring.datasource.username", database.user());
    values.put("spring.datasource.password", database.password());
    // Clients report their settings, hundred lines each, and there are dozens of them.
    values.put("logging.level.org.apache.kafka", "warn");
    values.put("logging.level.io.confluent", "warn");
    if (!countries.isEmpty()) {
      values.put(
          "exchange.countries",
          countries.stream().map(CountryCode::lower).collect(Collectors.joining(",")));
    }
    if (service != Service.EVIDENCE) { // it has no REST interface
      values.put("exchange.rest.issuer", endpoints.issuer().url().toString());
      values.put("exchange.rest.issuer-address", endpoints.issuer().address().toString());
    }
    if (service == Service.PORTAL) {
      values.put("exchange.portal.login-secret", endpoints.issuer().secrets().ofClient("portal"));
    }
    if (service == Service.ATTESTATION) {
      values.put("exchange.attestation.public-url", publicUrl(countries, endpoints));
      // One country's citizens approve by hand, so that a demonstration can show it.
      values.put("exchange.attestation.policies.is", "manual");
    }
    if (service == Service.PORTAL && endpoints.services().containsKey(Service.REGISTRY)) {
      // It asks who the synthetic people of the scenarios are.
      values.put(
          "exchange.portal.registry-url", endpoints.participants().pattern(endpoints.registry()));
      values.putAll(demonstrationSecrets(endpoints));
    }
    values.putAll(overrides);
    PrivateFiles.write(directory.resolve(service.id() + ".properties"), text(values));
  }

  /**
   * What the issuer is told; its secrets it reads itself.
   *
   * @param portals as browsers reach them
   * @param overrides which win over all others
   */
  void writeIssuer(Issuer issuer, List<URI> portals, Map<String, String> overrides) {
    Map<String, String> values = new TreeMap<>();
    values.put("server.port", Integer.toString(port(issuer.address())));
    values.put("exchange.issuer.url", issuer.url().toString());
    values.put("exchange.issuer.directory", issuer.directory().toString());
    values.put(
        "exchange.issuer.portal-urls",
        portals.stream().map(URI::toString).collect(Collectors.joining(",")));
    values.putAll(overrides);
    PrivateFiles.write(directory.resolve("issuer.properties"), text(values));
  }

  /** The argument that makes a service read it. */
  String argument() {
    return "--spring.config.additional-location=file:" + directory + "/";
  }

  /** Its paths name the country, so that any country's address leads to the same service. */
  private static String publicUrl(List<CountryCode> countries, Endpoints endpoints) {
    return countries.isEmpty()
        ? endpoints.attestation().toString()
        : endpoints.of(Service.ATTESTATION, countries.getFirst()).toString();
  }

  private static Map<String, String> demonstrationSecrets(Endpoints endpoints) {
    IssuerSecrets secrets = endpoints.issuer().secrets();
    return endpoints.participants().countries().stream()
        .collect(
            Collectors.toMap(
                country -> "exchange.portal.demonstration-secrets." + country.lower(),
                country -> secrets.ofClient(country.value() + ":demonstration")));
  }

  private static int port(URI url) {
    return url.getPort();
  }

  /** PostgreSQL's driver sends a batch as one statement then. */
  private static String withBatches(String url) {
    return url + (url.contains("?") ? '&' : '?') + "reWriteBatchedInserts=true";
  }

  private static String text(Map<String, String> values) {
    return values.entrySet().stream()
        .map(entry -> entry.getKey() + '=' + entry.getValue().replace("\\", "\\\\") + '\n')
        .collect(Collectors.joining());
  }
}
