package eu.digitalnorth.systemtests;

import eu.digitalnorth.local.installation.Brokers;
import eu.digitalnorth.local.installation.Endpoints;
import eu.digitalnorth.local.installation.Installation;
import eu.digitalnorth.local.installation.InstallationSettings;
import eu.digitalnorth.local.installation.ServersSource;
import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.servers.Database;
import eu.digitalnorth.testservers.TestServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.EnumMap;
import java.util.Map;

/** All services for all eight countries as processes, on the servers of the seam, once per run. */
final class World {
  /** For tests that use it: one class at a time. */
  static final String LOCK = "World";

  private static final Installation SHARED = start();

  private World() {}

  static Endpoints endpoints() {
    return SHARED.endpoints();
  }

  private static Installation start() {
    TestServers servers = TestServers.shared();
    Map<Service, Database> databases = new EnumMap<>(Service.class);
    for (Service service : Service.values()) {
      databases.put(service, servers.database(service.id()));
    }
    try {
      Installation installation =
          Installation.start(
              InstallationSettings.onFreePorts(Files.createTempDirectory("exchange"))
                  .with(
                      new ServersSource.Given(
                          new Brokers(
                              servers.bootstrapServers(),
                              servers.administrationServers(),
                              TestServers.keysDirectory(),
                              null),
                          URI.create(servers.schemaRegistryUrl()),
                          databases)),
              System.out::println);
      Runtime.getRuntime().addShutdownHook(new Thread(installation::stop, "world-stop"));
      return installation;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
