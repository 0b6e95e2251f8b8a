package eu.digitalnorth.local.installation;

import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.servers.Port;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** Sees to it before anything starts that every port can be had, and is given once. */
final class PortPlan {
  private final Map<Integer, Port> given = new HashMap<>();

  private PortPlan() {}

  /**
   * @return the ports, none of which is zero any more
   * @throws eu.digitalnorth.servers.PortTakenException if another program has one
   * @throws InstallationException if two are the same
   */
  static Claimed claim(InstallationSettings settings) {
    PortPlan plan = new PortPlan();
    if (settings.servers() instanceof ServersSource.Own own) {
      plan.check("PostgreSQL", own.postgres());
      plan.check("Kafka", own.kafka());
      plan.check("the schema registry", own.schemaRegistry());
    }
    Map<Service, Port> claimed = new EnumMap<>(Service.class);
    Port issuer = plan.claim("issuer", settings.issuer());
    settings
        .ports()
        .forEach((service, port) -> claimed.put(service, plan.claim(service.id(), port)));
    return new Claimed(claimed, issuer);
  }

  /** Ports that can be had. */
  record Claimed(Map<Service, Port> services, Port issuer) {}

  private Port claim(String name, Port port) {
    if (port.number() != 0) {
      check(name, port);
      return port;
    }
    Port free = port.claim(name);
    while (given.putIfAbsent(free.number(), free) != null) {
      free = port.claim(name);
    }
    return free;
  }

  /** A server's port that is any stays any: the server chooses it. */
  private void check(String name, Port port) {
    port.claim(name);
    Port other = port.number() == 0 ? null : given.putIfAbsent(port.number(), port);
    if (other != null) {
      throw new InstallationException(
          "Port %d is given twice, by %s and by %s."
              .formatted(port.number(), other.setting(), port.setting()));
    }
  }
}
