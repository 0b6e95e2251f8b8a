package eu.digitalnorth.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka broker in KRaft mode, alone in its cluster. Nobody comes in without proof of who it is,
 * and nobody may do what no rule allows. Topics are never created by use.
 */
public final class KafkaServer implements Server {
  private static final int HEAP_MEGABYTES = 288;
  private static final Duration START_PATIENCE = Duration.ofSeconds(120);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

  private final Path directory;
  private final Lifetime lifetime;
  private final KafkaSecurity security;
  private volatile Port port;
  private volatile @Nullable KafkaListeners listeners;
  private volatile @Nullable ChildProcess process;

  /**
   * Not started yet.
   *
   * @param directory has the broker's data in {@code kafka}
   */
  public KafkaServer(Path directory, Port port, Lifetime lifetime, KafkaSecurity security) {
    this.directory = directory.toAbsolutePath();
    this.port = port;
    this.lifetime = lifetime;
    this.security = security;
  }

  @Override
  public String name() {
    return "Kafka";
  }

  @Override
  public String processName() {
    return "kafka";
  }

  @Override
  public void start() {
    port = port.claim(name());
    Path home = directory.resolve("kafka");
    Path logDirectory = home.resolve("log");
    Path properties = home.resolve("server.properties");
    KafkaListeners reachedAt = KafkaListeners.onLoopback(port.number());
    listeners = reachedAt;
    try {
      Files.createDirectories(home);
      PrivateFile.write(properties, KafkaProperties.text(logDirectory, reachedAt, security));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ChildProcess started = ChildProcess.start(command(properties, logDirectory), directory);
    process = started;
    started.awaitReady(port::accepts, START_PATIENCE);
  }

  ChildCommand command(Path properties, Path logDirectory) {
    List<String> options = new ArrayList<>(lifetime.compilerOptions());
    options.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
    options.add("-Dorg.slf4j.simpleLogger.log.kafka.server.KafkaRaftServer=info");
    // Tells who was denied what.
    options.add("-Dorg.slf4j.simpleLogger.log.kafka.authorizer.logger=info");
    options.add("-Dorg.slf4j.simpleLogger.showDateTime=true");
    options.add("-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
    String classPath = Distribution.kafkaClassPath();
    options.addAll(List.of("-cp", classPath, KafkaMain.class.getName()));
    options.addAll(List.of(properties.toString(), logDirectory.toString()));
    List<String> arguments = JavaCommand.of("kafka", HEAP_MEGABYTES, classPath, options);
    return ChildCommand.of(processName(), arguments, Map.of());
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
    return running != null && running.isAlive() && port.accepts();
  }

  @Override
  public int port() {
    return port.number();
  }

  /** For countries, testers and replay, who come with SCRAM. */
  public String bootstrapServers() {
    return Port.HOST + ":" + port.number();
  }

  /** For the administrator, who comes with PLAIN; another one after each start. */
  public String administrationServers() {
    return Port.HOST + ":" + reached().internalPort();
  }

  /** For nobody but brokers. */
  public String controllerServers() {
    return Port.HOST + ":" + reached().controllerPort();
  }

  private KafkaListeners reached() {
    KafkaListeners started = listeners;
    if (started == null) {
      throw new ServerException("Kafka was not started.");
    }
    return started;
  }
}
