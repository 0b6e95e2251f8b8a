package eu.digitalnorth.systemtests;

import eu.digitalnorth.local.installation.Brokers;
import eu.digitalnorth.local.installation.Endpoints;
import eu.digitalnorth.local.installation.Installation;
import eu.digitalnorth.local.installation.InstallationSettings;
import eu.digitalnorth.local.installation.Monitoring;
import eu.digitalnorth.local.installation.ServersSource;
import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.servers.Database;
import eu.digitalnorth.testservers.TestServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** All services for all eight countries as processes, on the servers of the seam, once per run. */
final class World {
  /** For tests that use it: one class at a time. */
  static final String LOCK = "World";

  private static final Map<Service, Database> DATABASES = new EnumMap<>(Service.class);
  private static final Path DATA = temporaryFolder();
  private static final Monitoring MONITORING = Monitoring.onFreePorts(DATA);
  private static final TraceCollector TRACES = new TraceCollector();
  private static final Installation SHARED = start();

  private World() {}

  static Endpoints endpoints() {
    return SHARED.endpoints();
  }

  static Database database(Service service) {
    return Objects.requireNonNull(DATABASES.get(service));
  }

  /** What the services write besides. */
  static Path logs() {
    return DATA.resolve("logs");
  }

  /** Where the numbers of the services are. */
  static Monitoring monitoring() {
    return MONITORING;
  }

  /** The spans that the services told of. */
  static TraceCollector traces() {
    return TRACES;
  }

  private static Installation start() {
    TestServers servers = TestServers.shared();
    for (Service service : Service.values()) {
      DATABASES.put(service, servers.database(service.id()));
    }
    Installation installation =
        Installation.start(
            observed(
                InstallationSettings.onFreePorts(DATA)
                    .with(
                        new ServersSource.Given(
                            new Brokers(
                                servers.bootstrapServers(),
                                servers.administrationServers(),
                                TestServers.keysDirectory(),
                                null),
                            URI.create(servers.schemaRegistryUrl()),
                            DATABASES))),
            System.out::println);
    Runtime.getRuntime().addShutdownHook(new Thread(installation::stop, "world-stop"));
    return installation;
  }

  private static InstallationSettings observed(InstallationSettings settings) {
    InstallationSettings observed = MONITORING.in(settings);
    for (Service service : Service.values()) {
      observed =
          observed.with(service, Map.of("exchange.traces.endpoint", TRACES.endpoint().toString()));
    }
    return observed;
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("exchange");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
