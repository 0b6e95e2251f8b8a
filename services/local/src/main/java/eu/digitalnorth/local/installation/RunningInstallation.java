package eu.digitalnorth.local.installation;

import eu.digitalnorth.messaging.topic.Service;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * An installation that another process has started, as that process has written it down.
 *
 * @param pid of the launcher
 */
public record RunningInstallation(long pid, Endpoints endpoints) {

  /** Empty unless an installation runs on the folder, and is ready. */
  public static Optional<RunningInstallation> find(Path data) {
    return DataLock.isHeld(data) ? recorded(data) : Optional.empty();
  }

  /**
   * The same, for who cannot do without.
   *
   * @throws InstallationException if none is up; it says how to start one
   */
  public static RunningInstallation required(Path data) {
    return find(data)
        .orElseThrow(
            () ->
                new InstallationException(
                    "No installation is up on %s. Start it first: exchange up".formatted(data)));
  }

  /** Whether one runs there, or is just being started or stopped. */
  public static boolean isInUse(Path data) {
    return DataLock.isHeld(data);
  }

  static Optional<RunningInstallation> recorded(Path data) {
    Path file = file(data);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Properties values = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      values.load(reader);
    } catch (IOException e) {
      return Optional.empty();
    }
    Map<Service, URI> services = new EnumMap<>(Service.class);
    for (Service service : Service.values()) {
      Optional.ofNullable(values.getProperty(service.id()))
          .ifPresent(url -> services.put(service, URI.create(url)));
    }
    return Optional.of(
        new RunningInstallation(
            Long.parseLong(values.getProperty("pid")),
            new Endpoints(
                services,
                new Issuer(
                    URI.create(values.getProperty("issuer")),
                    Path.of(values.getProperty("issuer-secrets"))),
                brokers(values),
                URI.create(values.getProperty("schema-registry")))));
  }

  static void write(Path data, Endpoints endpoints) {
    Properties values = new Properties();
    values.setProperty("pid", Long.toString(ProcessHandle.current().pid()));
    endpoints.services().forEach((service, url) -> values.setProperty(service.id(), "" + url));
    values.setProperty("issuer", endpoints.issuer().url().toString());
    values.setProperty("issuer-secrets", endpoints.issuer().directory().toString());
    values.setProperty("brokers", endpoints.brokers().clients());
    values.setProperty("brokers-administration", endpoints.brokers().administration());
    values.setProperty("keys", endpoints.brokers().keys().toString());
    Path authority = endpoints.brokers().certificateAuthority();
    if (authority != null) {
      values.setProperty("certificate-authority", authority.toString());
    }
    values.setProperty("schema-registry", endpoints.schemaRegistry().toString());
    try (Writer writer = Files.newBufferedWriter(file(data))) {
      values.store(writer, null);
    } catch (IOException e) {
      throw new InstallationException(file(data) + " cannot be written.", e);
    }
  }

  static void erase(Path data) {
    try {
      Files.deleteIfExists(file(data));
    } catch (IOException e) {
      throw new InstallationException(file(data) + " cannot be deleted.", e);
    }
  }

  private static Brokers brokers(Properties values) {
    String authority = values.getProperty("certificate-authority");
    return new Brokers(
        values.getProperty("brokers"),
        values.getProperty("brokers-administration"),
        Path.of(values.getProperty("keys")),
        authority == null ? null : Path.of(authority));
  }

  private static Path file(Path data) {
    return data.resolve("run").resolve("installation.properties");
  }
}
