package eu.digitalnorth.testservers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Container;
import eu.digitalnorth.servers.KafkaListeners;
import eu.digitalnorth.servers.KafkaProperties;
import eu.digitalnorth.servers.KafkaSecurity;
import eu.digitalnorth.servers.Port;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The three containers as they are configured. */
final class Containers {
  /** Says which JVM on which host a container belongs to. */
  private static final String OWNER = "eu.digitalnorth.testservers.owner";

  private static final String HOST = "eu.digitalnorth.testservers.host";
  private static final String KAFKA_SETTINGS = "/mnt/shared/config/server.properties";
  private static final String KAFKA_DATA = "/var/lib/kafka/data";
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private Containers() {}

  /**
   * Set up as the embedded broker is, from a file: what a container has in its environment, {@code
   * docker inspect} shows.
   */
  static GenericContainer<?> kafka(KafkaListeners listeners, KafkaSecurity security) {
    String properties = KafkaProperties.text(Path.of(KAFKA_DATA), listeners, security);
    GenericContainer<?> container = new GenericContainer<>(Image.KAFKA);
    // The same numbers inside and outside: the broker reaches itself by what clients are told.
    container.setPortBindings(
        IntStream.of(listeners.clientPort(), listeners.internalPort(), listeners.controllerPort())
            .mapToObj(port -> port + ":" + port)
            .toList());
    return container
        .withExposedPorts(
            listeners.clientPort(), listeners.internalPort(), listeners.controllerPort())
        .withCopyToContainer(Transferable.of(properties), KAFKA_SETTINGS)
        .withEnv("KAFKA_HEAP_OPTS", "-Xmx288m")
        .withEnv("KAFKA_JVM_PERFORMANCE_OPTS", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1")
        .withLabels(labels())
        .waitingFor(Wait.forLogMessage(".*Kafka Server started.*\\n", 1))
        .withStartupTimeout(PATIENCE);
  }

  /** On a port of the host that stays the same when it is stopped and started again. */
  static GenericContainer<?> schemaRegistry(int port) {
    GenericContainer<?> container = new GenericContainer<>(Image.SCHEMA_REGISTRY);
    container.setPortBindings(List.of(port + ":8080"));
    return container
        .withExposedPorts(8080)
        .withEnv("APICURIO_STORAGE_KIND", "sql")
        .withEnv("APICURIO_STORAGE_SQL_KIND", "h2")
        .withEnv("APICURIO_DATASOURCE_URL", "jdbc:h2:file:/tmp/registry;WRITE_DELAY=0")
        .withEnv("JAVA_OPTS_APPEND", "-Xmx192m -XX:+UseSerialGC -XX:TieredStopAtLevel=1")
        .withLabels(labels())
        .waitingFor(Wait.forHttp("/apis/ccompat/v7/subjects").forPort(8080))
        .withStartupTimeout(PATIENCE);
  }

  /** On a port of the host that stays the same when it is stopped and started again. */
  static PostgreSQLContainer postgres(int port) {
    PostgreSQLContainer container =
        new PostgreSQLContainer(Image.POSTGRES)
            .withUsername("postgres")
            .withDatabaseName("postgres");
    container.setPortBindings(List.of(port + ":" + PostgreSQLContainer.POSTGRESQL_PORT));
    return container
        .withCommand(
            "postgres",
            "-c",
            "max_connections=200",
            "-c",
            "shared_buffers=64MB",
            "-c",
            "timezone=UTC")
        .withLabels(labels())
        .withStartupTimeout(PATIENCE);
  }

  static int freePort() {
    return Port.free();
  }

  /** Removes the containers of test runs on this host that were killed. */
  static void sweep(DockerClient docker) {
    List<Container> ours =
        docker
            .listContainersCmd()
            .withShowAll(true)
            .withLabelFilter(Map.of(HOST, hostName()))
            .exec();
    for (Container container : ours) {
      if (!Owner.lives(container.getLabels().getOrDefault(OWNER, Owner.self()))) {
        docker.removeContainerCmd(container.getId()).withForce(true).withRemoveVolumes(true).exec();
      }
    }
  }

  private static Map<String, String> labels() {
    return Map.of(OWNER, Owner.self(), HOST, hostName());
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown";
    }
  }
}
