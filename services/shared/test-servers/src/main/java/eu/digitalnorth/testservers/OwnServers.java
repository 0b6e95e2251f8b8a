package eu.digitalnorth.testservers;

import eu.digitalnorth.servers.Database;
import eu.digitalnorth.servers.KafkaSecurity;
import eu.digitalnorth.trust.broker.BrokerPasswords;
import eu.digitalnorth.trust.broker.BrokerPrincipal;
import java.nio.file.Path;

/**
 * The same servers as {@link TestServers}, but empty, and for one test alone. They run once this
 * exists, and are gone when it is closed.
 */
public final class OwnServers implements AutoCloseable {
  private final Path keys;
  private final Backend backend;

  private OwnServers(Path keys, Backend backend) {
    this.keys = keys;
    this.backend = backend;
  }

  /** Containers or processes, as {@link TestServers} decides. */
  public static OwnServers start() {
    Path keys = TemporaryFolders.create();
    Choice choice = Choice.of(System.getProperty(Choice.SETTING, "auto"), Docker::examined);
    return new OwnServers(keys, choice.start(security(keys)));
  }

  /** By the passwords in a folder, which are made if they are not there. */
  public static KafkaSecurity security(Path keys) {
    BrokerPasswords passwords = new BrokerPasswords(keys);
    passwords.createMissing(BrokerPrincipal.KNOWN_FROM_THE_START);
    return new KafkaSecurity(
        passwords.of(BrokerPrincipal.BROKER),
        passwords.of(BrokerPrincipal.ADMIN),
        passwords.of(BrokerPrincipal.TESTER),
        null);
  }

  /** Where the principals come in that the administrator has created, with SCRAM. */
  public String bootstrapServers() {
    return backend.bootstrapServers();
  }

  /** Where the administrator comes in, with PLAIN. */
  public String administrationServers() {
    return backend.administrationServers();
  }

  /** Confluent's API. */
  public String schemaRegistryUrl() {
    return backend.schemaRegistryUrl();
  }

  /** A new, empty database with a role of its own. */
  public Database database(String name) {
    return backend.database(name, TestServers.random(12));
  }

  /** Folder of the keys and passwords of this set. */
  public Path keysDirectory() {
    return keys;
  }

  @Override
  public void close() {
    backend.close();
    TemporaryFolders.delete(keys);
  }
}
