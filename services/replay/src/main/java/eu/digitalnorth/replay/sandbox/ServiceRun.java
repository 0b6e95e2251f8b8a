package eu.digitalnorth.replay.sandbox;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.replay.Failure;
import eu.digitalnorth.replay.ReplayException;
import eu.digitalnorth.replay.clock.ClockFile;
import eu.digitalnorth.servers.ChildCommand;
import eu.digitalnorth.servers.ChildProcess;
import eu.digitalnorth.servers.Database;
import eu.digitalnorth.servers.Port;
import eu.digitalnorth.servers.ServerException;
import eu.digitalnorth.trust.key.PrivateFiles;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The service, as a process of its own whose clock stands where it was set. */
final class ServiceRun implements AutoCloseable {
  private static final Duration START_PATIENCE = Duration.ofMinutes(3);
  private static final Duration ASK_EVERY = Duration.ofMillis(200);

  private final ChildProcess process;
  private final ClockFile clock;

  private ServiceRun(ChildProcess process, ClockFile clock) {
    this.process = process;
    this.clock = clock;
  }

  /**
   * Returns when its inboxes are open.
   *
   * @param folder takes its settings, its clock, its log, and the record of its process
   */
  static ServiceRun start(
      ServiceProgram program,
      CountryCode country,
      SandboxServers servers,
      Path folder,
      Instant first) {
    ClockFile clock = new ClockFile(folder.resolve("clock"));
    clock.set(first);
    int port = Port.free();
    PrivateFiles.replace(
        folder.resolve(program.service().id() + ".properties"),
        settings(program, country, servers, clock, port));
    ChildProcess process =
        ChildProcess.start(
            ChildCommand.of(
                program.service().id(), command(program, folder), Map.of("MALLOC_ARENA_MAX", "2")),
            folder);
    ServiceRun run = new ServiceRun(process, clock);
    try {
      process.awaitReady(new Readiness(port)::isReady, START_PATIENCE);
      return run;
    } catch (ServerException e) {
      run.close();
      throw new ReplayException(Failure.SANDBOX, String.valueOf(e.getMessage()), e);
    }
  }

  void setClock(Instant now) {
    clock.set(now);
  }

  /**
   * @throws ReplayException if it has ended by itself
   */
  void requireAlive() {
    if (!process.isAlive()) {
      throw new ReplayException(
          Failure.SANDBOX, "The service has ended by itself:%n%s".formatted(process.lastWords()));
    }
  }

  String lastWords() {
    return process.lastWords();
  }

  /** What it knows is thrown away: a kill is quickest. */
  @Override
  public void close() {
    process.kill();
  }

  private static List<String> command(ServiceProgram program, Path folder) {
    String classPath =
        Stream.concat(program.classPath().stream(), Stream.of(ownCode()))
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-Xmx192m",
        "-Xss512k",
        "-XX:+UseSerialGC",
        "-XX:-UsePerfData",
        "-XX:+ExitOnOutOfMemoryError",
        "--enable-native-access=ALL-UNNAMED", // for Conscrypt
        "-cp",
        classPath,
        program.mainClass(),
        "--spring.config.additional-location=file:" + folder + "/");
  }

  /** Where the clock is that can be set: no service has it of its own. */
  private static Path ownCode() {
    try {
      return Path.of(ClockFile.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("Unreadable location of our own code", e);
    }
  }

  private static String settings(
      ServiceProgram program,
      CountryCode country,
      SandboxServers servers,
      ClockFile clock,
      int port) {
    Database database = servers.database(program.service().id());
    Map<String, String> settings = new TreeMap<>();
    settings.put("server.port", Integer.toString(port));
    settings.put("exchange.countries", country.lower());
    settings.put("exchange.kafka.bootstrap-servers", servers.bootstrapServers());
    settings.put("exchange.schema-registry.url", servers.schemaRegistryUrl());
    settings.put("exchange.keys-directory", servers.keys().toString());
    settings.put("spring.datasource.url", database.url());
    settings.put("spring.datasource.username", database.user());
    settings.put("spring.datasource.password", database.password());
    settings.put(ClockFile.SETTING, clock.path().toString());
    return settings.entrySet().stream()
        .map(setting -> setting.getKey() + '=' + setting.getValue().replace("\\", "\\\\") + '\n')
        .collect(Collectors.joining());
  }

  /** Asks, not too often, whether the inboxes are open. */
  private static final class Readiness {
    private final HttpClient client =
        HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final URI url;
    private long askedAt = System.nanoTime();

    Readiness(int port) {
      url = URI.create("http://127.0.0.1:%d/actuator/health/readiness".formatted(port));
    }

    boolean isReady() {
      if (System.nanoTime() - askedAt < ASK_EVERY.toNanos()) {
        return false;
      }
      askedAt = System.nanoTime();
      try {
        HttpRequest request = HttpRequest.newBuilder(url).timeout(Duration.ofSeconds(5)).build();
        return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
      } catch (IOException e) {
        return false;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
  }
}
