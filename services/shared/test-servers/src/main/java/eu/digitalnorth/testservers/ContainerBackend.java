package eu.digitalnorth.testservers;

import com.github.dockerjava.api.DockerClient;
import eu.digitalnorth.servers.Database;
import eu.digitalnorth.servers.KafkaListeners;
import eu.digitalnorth.servers.KafkaSecurity;
import eu.digitalnorth.servers.PostgresDatabases;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.Container;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The servers as containers. */
final class ContainerBackend implements Backend {
  private static final int STOP_SECONDS = 10;

  private final DockerClient docker = DockerClientFactory.instance().client();
  private final int schemaRegistryPort = Containers.freePort();
  private final int postgresPort = Containers.freePort();
  private final KafkaListeners listeners =
      new KafkaListeners(
          "0.0.0.0",
          DockerClientFactory.instance().dockerHostIpAddress(),
          Containers.freePort(),
          Containers.freePort(),
          Containers.freePort());
  private final GenericContainer<?> kafka;
  private final GenericContainer<?> schemaRegistry = Containers.schemaRegistry(schemaRegistryPort);
  private final PostgreSQLContainer postgres = Containers.postgres(postgresPort);

  ContainerBackend(KafkaSecurity kafkaSecurity) {
    kafka = Containers.kafka(listeners, kafkaSecurity);
    Containers.sweep(docker);
    try {
      Startables.deepStart(kafka, schemaRegistry, postgres).join();
    } catch (CompletionException e) {
      close();
      throw e;
    }
  }

  @Override
  public String bootstrapServers() {
    return listeners.host() + ':' + listeners.clientPort();
  }

  @Override
  public String administrationServers() {
    return listeners.host() + ':' + listeners.internalPort();
  }

  @Override
  public String controllerServers() {
    return listeners.host() + ':' + listeners.controllerPort();
  }

  @Override
  public String schemaRegistryUrl() {
    return "http://%s:%d/apis/ccompat/v7".formatted(schemaRegistry.getHost(), schemaRegistryPort);
  }

  @Override
  public Database database(String name, String password) {
    try (Connection connection = connect()) {
      return PostgresDatabases.ensure(connection, url(name), name, password);
    } catch (SQLException e) {
      throw new IllegalStateException("The database %s could not be created".formatted(name), e);
    }
  }

  @Override
  public void stopSchemaRegistry() {
    stop(schemaRegistry);
  }

  @Override
  public void startSchemaRegistry() {
    start(schemaRegistry);
    Await.until(() -> Await.answers(schemaRegistryUrl() + "/subjects"), "schema registry");
  }

  @Override
  public void stopPostgres() {
    stop(postgres);
  }

  @Override
  public void startPostgres() {
    start(postgres);
    Await.until(this::postgresAnswers, "PostgreSQL");
  }

  @Override
  public void close() {
    kafka.stop();
    schemaRegistry.stop();
    postgres.stop();
  }

  private void stop(Container<?> container) {
    docker.stopContainerCmd(container.getContainerId()).withTimeout(STOP_SECONDS).exec();
  }

  private void start(Container<?> container) {
    docker.startContainerCmd(container.getContainerId()).exec();
  }

  private boolean postgresAnswers() {
    try (Connection connection = connect()) {
      return connection.isValid(2);
    } catch (SQLException e) {
      return false;
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        url("postgres"), postgres.getUsername(), postgres.getPassword());
  }

  private String url(String database) {
    return "jdbc:postgresql://%s:%d/%s".formatted(postgres.getHost(), postgresPort, database);
  }
}
