package eu.digitalnorth.testservers;

import eu.digitalnorth.servers.Database;
import eu.digitalnorth.servers.KafkaSecurity;
import eu.digitalnorth.servers.Progress;
import eu.digitalnorth.servers.Servers;
import eu.digitalnorth.servers.ServersSettings;
import java.nio.file.Path;

/** The servers as processes on this machine, with their data in a temporary folder. */
final class EmbeddedBackend implements Backend {
  private final Path directory = TemporaryFolders.create();
  private final Servers servers;

  EmbeddedBackend(KafkaSecurity kafkaSecurity) {
    servers = Servers.start(ServersSettings.briefly(directory, kafkaSecurity), Progress.silent());
  }

  @Override
  public String bootstrapServers() {
    return servers.kafka().bootstrapServers();
  }

  @Override
  public String administrationServers() {
    return servers.kafka().administrationServers();
  }

  @Override
  public String controllerServers() {
    return servers.kafka().controllerServers();
  }

  @Override
  public String schemaRegistryUrl() {
    return servers.schemaRegistry().url();
  }

  @Override
  public Database database(String name, String password) {
    return servers.postgres().database(name, password);
  }

  @Override
  public void stopSchemaRegistry() {
    servers.schemaRegistry().stop();
  }

  @Override
  public void startSchemaRegistry() {
    servers.schemaRegistry().start();
  }

  @Override
  public void stopPostgres() {
    servers.postgres().stop();
  }

  @Override
  public void startPostgres() {
    servers.postgres().start();
  }

  /** Nobody needs the data any more: a kill is quickest. */
  @Override
  public void close() {
    servers.kill();
    TemporaryFolders.delete(directory);
  }
}
