package eu.digitalnorth.local.installation;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.topic.Service;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * An installation that others have started, as they have written it down.
 *
 * @param pid of the launcher; 0 if its parts are containers, which have none
 */
public record RunningInstallation(long pid, Endpoints endpoints) {

  private static final long CONTAINERS = 0;

  /** Empty unless an installation runs on the folder, and is ready. */
  public static Optional<RunningInstallation> find(Path data) {
    return recorded(data).filter(found -> found.inContainers() || DataLock.isHeld(data));
  }

  /** Whether its parts are containers: then it is not known here whether they run. */
  public boolean inContainers() {
    return pid == CONTAINERS;
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
                    URI.create(values.getProperty("issuer-address")),
                    Path.of(values.getProperty("issuer-secrets"))),
                brokers(values),
                URI.create(values.getProperty("schema-registry")),
                participants(values, services))));
  }

  /** Of an installation that this process has started. */
  static void write(Path data, Endpoints endpoints) {
    store(data, values(ProcessHandle.current().pid(), endpoints));
  }

  /**
   * Of containers.
   *
   * @param always the countries whose containers run whenever any do
   */
  static void writeContainers(Path data, Endpoints endpoints, List<CountryCode> always) {
    Properties values = values(CONTAINERS, endpoints);
    values.setProperty("always", joined(always));
    store(data, values);
  }

  private static Properties values(long pid, Endpoints endpoints) {
    Properties values = new Properties();
    values.setProperty("pid", Long.toString(pid));
    endpoints.services().forEach((service, url) -> values.setProperty(service.id(), "" + url));
    values.setProperty("issuer", endpoints.issuer().url().toString());
    values.setProperty("issuer-address", endpoints.issuer().address().toString());
    values.setProperty("issuer-secrets", endpoints.issuer().directory().toString());
    values.setProperty("brokers", endpoints.brokers().clients());
    values.setProperty("brokers-administration", endpoints.brokers().administration());
    values.setProperty("keys", endpoints.brokers().keys().toString());
    Path authority = endpoints.brokers().certificateAuthority();
    if (authority != null) {
      values.setProperty("certificate-authority", authority.toString());
    }
    values.setProperty("schema-registry", endpoints.schemaRegistry().toString());
    values.setProperty("countries", joined(endpoints.participants().countries()));
    values.setProperty("apart", Boolean.toString(endpoints.participants().apart()));
    return values;
  }

  private static void store(Path data, Properties values) {
    try {
      Files.createDirectories(file(data).getParent());
      try (Writer writer = Files.newBufferedWriter(file(data))) {
        values.store(writer, null);
      }
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

  private static Participants participants(Properties values, Map<Service, URI> services) {
    boolean apart = Boolean.parseBoolean(values.getProperty("apart"));
    Participants all = new Participants(countries(values.getProperty("countries")), apart);
    String always = values.getProperty("always");
    return always == null
        ? all
        : all.running(
            countries(always),
            Objects.requireNonNull(services.get(Service.PORTAL)),
            Participants::isKnown);
  }

  private static List<CountryCode> countries(String joined) {
    return Arrays.stream(joined.split(",")).map(CountryCode::of).toList();
  }

  private static String joined(List<CountryCode> countries) {
    return countries.stream().map(CountryCode::lower).collect(Collectors.joining(","));
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
