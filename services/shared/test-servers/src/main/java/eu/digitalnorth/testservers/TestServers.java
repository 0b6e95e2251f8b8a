package eu.digitalnorth.testservers;

import eu.digitalnorth.servers.Database;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * A real Kafka broker, schema registry and PostgreSQL for tests, shared by all tests of a JVM and
 * gone with it.
 *
 * <p>They are containers where Docker answers and the images can be had, else processes on this
 * machine; the system property {@code exchange.test.servers} (auto, embedded, containers) decides
 * otherwise. One line on standard output says which.
 */
public final class TestServers {
  private final Backend backend;

  private TestServers(Backend backend) {
    this.backend = backend;
  }

  /** Starts the servers at the first call. */
  public static TestServers shared() {
    return Holder.SHARED;
  }

  /** Where the principals come in that the administrator has created, with SCRAM. */
  public String bootstrapServers() {
    return backend.bootstrapServers();
  }

  /** Where the administrator comes in, with PLAIN. */
  public String administrationServers() {
    return backend.administrationServers();
  }

  /** Where nobody but brokers comes in. */
  public String controllerServers() {
    return backend.controllerServers();
  }

  /** Confluent's API. */
  public String schemaRegistryUrl() {
    return backend.schemaRegistryUrl();
  }

  /**
   * A new, empty database with a role of its own, so that test classes do not see each other's
   * rows.
   */
  public Database database(String name) {
    return backend.database(name + "_" + random(4), random(12));
  }

  /**
   * A folder for the keys of all countries in this JVM; once servers run, it has the passwords of
   * those whom the broker knows from the start. It is there without servers, too.
   */
  public static Path keysDirectory() {
    return Keys.FOLDER;
  }

  /**
   * What a service needs to find the servers, with a new database, by the names of its settings.
   */
  public Map<String, String> properties(String databaseName) {
    Database database = database(databaseName);
    Map<String, String> properties = new TreeMap<>();
    properties.put("exchange.kafka.bootstrap-servers", bootstrapServers());
    properties.put("exchange.schema-registry.url", schemaRegistryUrl());
    properties.put("exchange.keys-directory", keysDirectory().toString());
    properties.put("spring.datasource.url", database.url());
    properties.put("spring.datasource.username", database.user());
    properties.put("spring.datasource.password", database.password());
    return properties;
  }

  /** Until {@link #startSchemaRegistry}, nobody answers on its port; it keeps its schemas. */
  public void stopSchemaRegistry() {
    backend.stopSchemaRegistry();
  }

  /** Returns when it answers again, at the URL that it had. */
  public void startSchemaRegistry() {
    backend.startSchemaRegistry();
  }

  /** Until {@link #startPostgres}, nobody answers on its port; it keeps its data. */
  public void stopPostgres() {
    backend.stopPostgres();
  }

  /** Returns when it answers again, at the URLs that it had. */
  public void startPostgres() {
    backend.startPostgres();
  }

  private void close() {
    backend.close();
    TemporaryFolders.delete(keysDirectory());
  }

  static String random(int bytes) {
    byte[] random = new byte[bytes];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  /** Without servers, the next test run sweeps it. */
  private static final class Keys {
    private static final Path FOLDER = TemporaryFolders.create();
  }

  private static final class Holder {
    private static final TestServers SHARED = start();

    private static TestServers start() {
      Choice choice = Choice.of(System.getProperty(Choice.SETTING, "auto"), Docker::examined);
      System.out.println(choice);
      TestServers servers = new TestServers(choice.start(OwnServers.security(keysDirectory())));
      Runtime.getRuntime().addShutdownHook(new Thread(servers::close, "test-servers-stop"));
      return servers;
    }
  }
}
