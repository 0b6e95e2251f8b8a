package eu.digitalnorth.servers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Apicurio Registry, which speaks Confluent's Schema Registry API, with its schemas in a file. */
public final class SchemaRegistryServer implements Server {
  private static final int HEAP_MEGABYTES = 192;
  private static final Duration START_PATIENCE = Duration.ofSeconds(120);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final Path directory;
  private volatile Port port;
  private volatile @Nullable ChildProcess process;

  /**
   * Not started yet.
   *
   * @param directory has the registry's data in {@code schema-registry}
   */
  public SchemaRegistryServer(Path directory, Port port) {
    this.directory = directory.toAbsolutePath();
    this.port = port;
  }

  @Override
  public String name() {
    return "Schema registry";
  }

  @Override
  public String processName() {
    return "schema-registry";
  }

  @Override
  public void start() {
    port = port.claim(name());
    ChildProcess started = ChildProcess.start(command(), directory);
    process = started;
    started.awaitReady(this::answers, START_PATIENCE);
  }

  private ChildCommand command() {
    // The registry is asked once per schema and service, since clients cache: the second compiler
    // never pays off.
    String jar = Distribution.resolve("schema-registry/quarkus-run.jar").toString();
    List<String> options = new ArrayList<>(Lifetime.MINUTES.compilerOptions());
    options.addAll(List.of("-jar", jar));
    List<String> arguments = JavaCommand.of("schema-registry", HEAP_MEGABYTES, jar, options);
    return ChildCommand.of(processName(), arguments, environment());
  }

  private Map<String, String> environment() {
    Path database = directory.resolve("schema-registry").resolve("registry");
    return Map.of(
        "QUARKUS_HTTP_HOST",
        Port.HOST,
        "QUARKUS_HTTP_PORT",
        Integer.toString(port.number()),
        "QUARKUS_HTTP_ACCESS_LOG_ENABLED",
        "false",
        "QUARKUS_MANAGEMENT_HOST",
        Port.HOST,
        "QUARKUS_MANAGEMENT_PORT",
        Integer.toString(Port.free()),
        "APICURIO_STORAGE_KIND",
        "sql",
        "APICURIO_STORAGE_SQL_KIND",
        "h2",
        // A schema id must never be given twice: H2 would else write half a second after it has
        // answered.
        "APICURIO_DATASOURCE_URL",
        "jdbc:h2:file:%s;WRITE_DELAY=0".formatted(database));
  }

  @Override
  public void stop() {
    ChildProcess running = process;
    if (running != null) {
      running.stop(STOP_PATIENCE);
    }
  }

  @Override
  public void kill() {
    ChildProcess running = process;
    if (running != null) {
      running.kill();
    }
  }

  @Override
  public boolean isReady() {
    ChildProcess running = process;
    return running != null && running.isAlive() && answers();
  }

  @Override
  public int port() {
    return port.number();
  }

  /** Confluent's API. */
  public String url() {
    return "http://%s:%d/apis/ccompat/v7".formatted(Port.HOST, port.number());
  }

  private boolean answers() {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url() + "/subjects"))
            .timeout(Duration.ofSeconds(5))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
