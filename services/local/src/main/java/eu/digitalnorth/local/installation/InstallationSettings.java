package eu.digitalnorth.local.installation;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.servers.Lifetime;
import eu.digitalnorth.servers.Port;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How an installation is to be.
 *
 * @param data keeps everything that the installation has, across restarts
 * @param home the checkout that was built
 * @param servers own ones, or given ones
 * @param ports of the services that are to run
 * @param issuer port of the issuer of tokens
 * @param lifetime what its processes are tuned for
 * @param countries that take part; empty means all that have a profile
 * @param overrides further settings of services, by name, which win over all others
 */
public record InstallationSettings(
    Path data,
    Home home,
    ServersSource servers,
    Map<Service, Port> ports,
    Port issuer,
    Lifetime lifetime,
    List<CountryCode> countries,
    Map<Service, Map<String, String>> overrides) {

  public InstallationSettings {
    data = data.toAbsolutePath().normalize();
    ports = Map.copyOf(ports);
    countries = List.copyOf(countries);
    overrides = Map.copyOf(overrides);
  }

  /** Where the installation has its keys and passwords. */
  Path keys() {
    return switch (servers) {
      case ServersSource.Given given -> given.brokers().keys();
      case ServersSource.Own own -> data.resolve("keys");
    };
  }

  /** Where the issuer, and nobody else, has its secrets. */
  Path issuerSecrets() {
    return data.resolve("issuer");
  }

  /** For a test run: with servers of its own, everything on free ports, and all countries. */
  public static InstallationSettings onFreePorts(Path data) {
    return new InstallationSettings(
        data,
        Home.find(),
        ServersSource.Own.onFreePorts(),
        freePorts(),
        Port.any(),
        Lifetime.SHORT,
        List.of(),
        Map.of());
  }

  public InstallationSettings with(ServersSource other) {
    return new InstallationSettings(
        data, home, other, ports, issuer, lifetime, countries, overrides);
  }

  public InstallationSettings with(List<CountryCode> participants) {
    return new InstallationSettings(
        data, home, servers, ports, issuer, lifetime, participants, overrides);
  }

  /** With more settings for one service. */
  public InstallationSettings with(Service service, Map<String, String> settings) {
    Map<Service, Map<String, String>> all = new EnumMap<>(Service.class);
    all.putAll(overrides);
    all.merge(
        service,
        settings,
        (before, after) -> {
          Map<String, String> merged = new TreeMap<>(before);
          merged.putAll(after);
          return merged;
        });
    return new InstallationSettings(data, home, servers, ports, issuer, lifetime, countries, all);
  }

  /** With these services only. */
  public InstallationSettings withOnly(Set<Service> wanted) {
    Map<Service, Port> some = new EnumMap<>(ports);
    some.keySet().retainAll(wanted);
    return new InstallationSettings(
        data, home, servers, some, issuer, lifetime, countries, overrides);
  }

  private static Map<Service, Port> freePorts() {
    Map<Service, Port> ports = new EnumMap<>(Service.class);
    for (Service service : Service.values()) {
      ports.put(service, Port.any());
    }
    return ports;
  }
}
