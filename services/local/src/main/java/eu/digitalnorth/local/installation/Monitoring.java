package eu.digitalnorth.local.installation;

import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.servers.Port;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;

/**
 * Where Prometheus finds the numbers of an installation's services, and what it must show.
 *
 * @param token file with the token, readable by its owner only
 * @param ports of {@code /metrics}, which are not the services' own
 */
public record Monitoring(Path token, Map<Service, Port> ports) {
  private static final int TOKEN_BYTES = 32;

  public Monitoring {
    ports = Map.copyOf(ports);
  }

  /** On free ports; the token is made if there is none. */
  public static Monitoring onFreePorts(Path data) {
    Map<Service, Port> free = new EnumMap<>(Service.class);
    for (Service service : Service.values()) {
      free.put(service, Port.any().claim("metrics of " + service.id()));
    }
    return new Monitoring(token(data), free);
  }

  /** On the ports that are this much above the services' own. */
  public static Monitoring above(InstallationSettings settings, int distance) {
    Map<Service, Port> above = new EnumMap<>(Service.class);
    settings
        .ports()
        .forEach(
            (service, port) -> {
              Port wanted =
                  port.number() == 0
                      ? Port.any()
                      : new Port(port.number() + distance, port.setting());
              above.put(service, wanted.claim("metrics of " + service.id()));
            });
    return new Monitoring(token(settings.data()), above);
  }

  /** The same settings, with services that show their numbers. */
  public InstallationSettings in(InstallationSettings settings) {
    InstallationSettings watched = settings;
    for (Map.Entry<Service, Port> one : ports.entrySet()) {
      watched = watched.with(one.getKey(), settings(one.getValue().number(), token));
    }
    return watched;
  }

  /** What a service is told. */
  static Map<String, String> settings(int port, Path token) {
    return Map.of(
        "exchange.metrics.enabled", "true",
        "exchange.metrics.port", Integer.toString(port),
        "exchange.metrics.token-file", token.toString());
  }

  /** The file with the token of an installation, made if it is not there. */
  static Path token(Path folder) {
    Path file = folder.resolve("metrics.token");
    if (!Files.exists(file)) {
      byte[] random = new byte[TOKEN_BYTES];
      new SecureRandom().nextBytes(random);
      PrivateFiles.write(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }
    return file;
  }

  static String read(Path token) {
    try {
      return Files.readString(token);
    } catch (IOException e) {
      throw new InstallationException(token + " cannot be read.", e);
    }
  }
}
