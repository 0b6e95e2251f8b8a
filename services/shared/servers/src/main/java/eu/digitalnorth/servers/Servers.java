package eu.digitalnorth.servers;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** The three servers that the exchange stands on. */
public final class Servers implements AutoCloseable {
  private final Path directory;
  private final PostgresServer postgres;
  private final KafkaServer kafka;
  private final SchemaRegistryServer schemaRegistry;

  /** Not started yet. */
  public Servers(ServersSettings settings) {
    directory = settings.directory();
    Lifetime lifetime = settings.lifetime();
    postgres = new PostgresServer(directory, settings.postgres(), lifetime);
    kafka = new KafkaServer(directory, settings.kafka(), lifetime, settings.kafkaSecurity());
    schemaRegistry = new SchemaRegistryServer(directory, settings.schemaRegistry());
  }

  /** Servers that have been {@link #start started}. */
  public static Servers start(ServersSettings settings, Progress progress) {
    Servers servers = new Servers(settings);
    servers.start(progress);
    return servers;
  }

  /**
   * Stops what a killed predecessor left in the directory, then starts all three at the same time
   * and returns when they serve.
   *
   * @throws ServerException if one does not start; the others are stopped then
   */
  public void start(Progress progress) {
    Orphans.stopIn(directory, this::isOneOfThese, progress);
    try {
      forEach(server -> start(server, progress));
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private boolean isOneOfThese(String process) {
    return all().stream().anyMatch(server -> server.processName().equals(process));
  }

  private static void start(Server server, Progress progress) {
    Instant begun = Instant.now();
    progress.report(server.name() + ": starting");
    server.start();
    Duration taken = Duration.between(begun, Instant.now());
    progress.report(
        "%s: ready on port %d after %.1f s"
            .formatted(server.name(), server.port(), taken.toMillis() / 1000.0));
  }

  public PostgresServer postgres() {
    return postgres;
  }

  public KafkaServer kafka() {
    return kafka;
  }

  public SchemaRegistryServer schemaRegistry() {
    return schemaRegistry;
  }

  /** Stops all three in good order; they keep their data. */
  @Override
  public void close() {
    forEach(Server::stop);
  }

  /** SIGKILL to all three. */
  public void kill() {
    forEach(Server::kill);
  }

  /**
   * Does the same with all three at the same time, and fails with the first failure when all are
   * done.
   */
  private void forEach(Consumer<Server> action) {
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Void>> running =
          all().stream()
              .map(server -> CompletableFuture.runAsync(() -> action.accept(server), executor))
              .toList();
      CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  private List<Server> all() {
    return List.of(kafka, schemaRegistry, postgres);
  }
}
