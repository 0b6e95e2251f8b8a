package eu.digitalnorth.local.installation;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.servers.Database;
import eu.digitalnorth.trust.IssuerSecrets;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
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
    if (!settings.countries().isEmpty()) {
      values.put(
          "exchange.countries",
          settings.countries().stream().map(CountryCode::lower).collect(Collectors.joining(",")));
    }
    if (service != Service.EVIDENCE) { // it has no REST interface
      values.put("exchange.rest.issuer", endpoints.issuer().url().toString());
    }
    if (service == Service.PORTAL) {
      values.put("exchange.portal.login-secret", endpoints.issuer().secrets().ofClient("portal"));
    }
    if (service == Service.ATTESTATION) {
      values.put("exchange.attestation.public-url", endpoints.attestation().toString());
      // One country's citizens approve by hand, so that a demonstration can show it.
      values.put("exchange.attestation.policies.is", "manual");
    }
    if (service == Service.PORTAL && endpoints.services().containsKey(Service.REGISTRY)) {
      // It asks who the synthetic people of the scenarios are.
      values.put("exchange.portal.registry-url", endpoints.registry().toString());
      values.putAll(demonstrationSecrets(settings, endpoints.issuer().secrets()));
    }
    values.putAll(settings.overrides().getOrDefault(service, Map.of()));
    PrivateFiles.write(directory.resolve(service.id() + ".properties"), text(values));
  }

  /**
   * What the issuer is told; its secrets it reads itself.
   *
   * @param portal where it leads back to whoever has logged in
   */
  void writeIssuer(Issuer issuer, URI portal) {
    PrivateFiles.write(
        directory.resolve("issuer.properties"),
        text(
            Map.of(
                "server.port", Integer.toString(port(issuer.url())),
                "exchange.issuer.url", issuer.url().toString(),
                "exchange.issuer.directory", issuer.directory().toString(),
                "exchange.issuer.portal-url", portal.toString())));
  }

  /** The argument that makes a service read it. */
  String argument() {
    return "--spring.config.additional-location=file:" + directory + "/";
  }

  private static Map<String, String> demonstrationSecrets(
      InstallationSettings settings, IssuerSecrets secrets) {
    Collection<CountryCode> countries =
        settings.countries().isEmpty() ? CountryProfiles.load().codes() : settings.countries();
    return countries.stream()
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
