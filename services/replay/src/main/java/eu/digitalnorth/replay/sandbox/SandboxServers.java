package eu.digitalnorth.replay.sandbox;

import eu.digitalnorth.messaging.kafka.BrokerAccess;
import eu.digitalnorth.replay.cluster.Connection;
import eu.digitalnorth.servers.Database;
import eu.digitalnorth.trust.broker.BrokerPasswords;
import eu.digitalnorth.trust.broker.BrokerPrincipal;
import java.nio.file.Path;

/**
 * A broker, a schema registry and a database that are empty, and that nobody else uses. They run
 * once this exists, and are gone when it is closed.
 */
public interface SandboxServers extends AutoCloseable {
  /** Where countries come in. */
  String bootstrapServers();

  /** Where the administrator comes in. */
  String administrationServers();

  /** Confluent's API. */
  String schemaRegistryUrl();

  /** A new, empty database. */
  Database database(String name);

  /** Folder of the keys and passwords: the broker knows the administrator's that is there. */
  Path keys();

  @Override
  void close();

  /** For the sandbox itself, which may do everything. */
  default Connection administrator() {
    return new Connection(
        new BrokerAccess(administrationServers(), new BrokerPasswords(keys()), null)
            .as(BrokerPrincipal.ADMIN),
        schemaRegistryUrl());
  }
}
