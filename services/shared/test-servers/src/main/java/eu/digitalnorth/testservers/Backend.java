package eu.digitalnorth.testservers;

import eu.digitalnorth.servers.Database;

/**
 * Where the servers of a test run come from. They run once this exists, and are gone when it is
 * closed.
 */
sealed interface Backend extends AutoCloseable permits EmbeddedBackend, ContainerBackend {
  String bootstrapServers();

  String administrationServers();

  String controllerServers();

  String schemaRegistryUrl();

  Database database(String name, String password);

  void stopSchemaRegistry();

  void startSchemaRegistry();

  void stopPostgres();

  void startPostgres();

  @Override
  void close();
}
