package eu.digitalnorth.replay.junit;

import eu.digitalnorth.replay.sandbox.SandboxServers;
import eu.digitalnorth.servers.Database;
import eu.digitalnorth.testservers.OwnServers;
import java.nio.file.Path;

/** The servers of this project's tests, for one run alone. */
record SandboxTestServers(OwnServers servers) implements SandboxServers {

  static SandboxTestServers start() {
    return new SandboxTestServers(OwnServers.start());
  }

  @Override
  public String bootstrapServers() {
    return servers.bootstrapServers();
  }

  @Override
  public String administrationServers() {
    return servers.administrationServers();
  }

  @Override
  public String schemaRegistryUrl() {
    return servers.schemaRegistryUrl();
  }

  @Override
  public Database database(String name) {
    return servers.database(name);
  }

  @Override
  public Path keys() {
    return servers.keysDirectory();
  }

  @Override
  public void close() {
    servers.close();
  }
}
