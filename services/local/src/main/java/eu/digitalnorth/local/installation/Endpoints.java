package eu.digitalnorth.local.installation;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.servers.Port;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/**
 * Where a running installation is reached.
 *
 * @param services base URL of each service, without a slash at the end; where countries have
 *     services of their own, these are at {@link #of(Service, CountryCode)}
 * @param issuer of tokens
 * @param brokers of Kafka
 * @param schemaRegistry Confluent's REST API of the registry
 * @param participants the countries that have services
 */
public record Endpoints(
    Map<Service, URI> services,
    Issuer issuer,
    Brokers brokers,
    URI schemaRegistry,
    Participants participants) {

  public Endpoints {
    services = Map.copyOf(services);
  }

  static Endpoints onLoopback(
      PortPlan.Claimed ports,
      Path issuerSecrets,
      Brokers brokers,
      URI schemaRegistry,
      Participants participants) {
    Map<Service, URI> services = new EnumMap<>(Service.class);
    ports.services().forEach((service, port) -> services.put(service, url(port)));
    return new Endpoints(
        services, issuer(ports, issuerSecrets), brokers, schemaRegistry, participants);
  }

  static Issuer issuer(PortPlan.Claimed ports, Path secrets) {
    return new Issuer(url(ports.issuer()), secrets);
  }

  public URI of(Service service) {
    URI url = services.get(service);
    if (url == null) {
      throw new InstallationException("No address is known of the service " + service.id());
    }
    return url;
  }

  /** The service that serves a country. */
  public URI of(Service service, CountryCode country) {
    return participants.own(of(service), country);
  }

  public URI portal() {
    return of(Service.PORTAL);
  }

  public URI registry() {
    return of(Service.REGISTRY);
  }

  public URI attestation() {
    return of(Service.ATTESTATION);
  }

  public URI evidence() {
    return of(Service.EVIDENCE);
  }

  public URI audit() {
    return of(Service.AUDIT);
  }

  static URI url(Port port) {
    return URI.create("http://%s:%d".formatted(Port.HOST, port.number()));
  }

  /** Answers 200 when the service is ready for work. */
  public URI readiness(Service service) {
    return URI.create(of(service) + "/actuator/health/readiness");
  }
}
