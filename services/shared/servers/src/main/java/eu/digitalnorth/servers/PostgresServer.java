package eu.digitalnorth.servers;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL server that trusts nobody without a password, also on this machine. */
public final class PostgresServer implements Server {
  private static final Duration START_PATIENCE = Duration.ofSeconds(120);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

  private final Path directory;
  private final PostgresData data;
  private final Lifetime lifetime;
  private volatile Port port;
  private volatile @Nullable ChildProcess process;

  /**
   * Not started yet.
   *
   * @param directory has the server's data in {@code postgres}
   */
  public PostgresServer(Path directory, Port port, Lifetime lifetime) {
    this.directory = directory.toAbsolutePath();
    this.data = new PostgresData(this.directory);
    this.port = port;
    this.lifetime = lifetime;
  }

  @Override
  public String name() {
    return "PostgreSQL";
  }

  @Override
  public String processName() {
    return "postgres";
  }

  @Override
  public void start() {
    port = port.claim(name());
    PostgresInstallation installation = PostgresInstallation.unpacked();
    data.create(installation, directory.resolve("logs").resolve("initdb.log"));
    ChildProcess started = ChildProcess.start(command(installation), directory);
    process = started;
    started.awaitReady(this::answers, START_PATIENCE);
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

  /**
   * Creates database and role where they are missing, sets the role's password, and says how to
   * connect.
   */
  public Database database(String name, String password) {
    try (Connection connection = connect()) {
      return PostgresDatabases.ensure(connection, url(name), name, password);
    } catch (SQLException e) {
      throw new ServerException("The database %s could not be created.".formatted(name), e);
    }
  }

  private ChildCommand command(PostgresInstallation installation) {
    List<String> command =
        new ArrayList<>(List.of(installation.program("postgres"), "-D", data.path().toString()));
    settings().forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
    // SIGINT is PostgreSQL's fast shutdown: it ends sessions instead of waiting for them.
    return new ChildCommand(
        processName(), Unprivileged.command(command), "postgres", Map.of(), "INT");
  }

  private Map<String, String> settings() {
    return Map.of(
        "port", Integer.toString(port.number()),
        "listen_addresses", Port.HOST,
        "unix_socket_directories", "",
        "max_connections", "200",
        "shared_buffers", "64MB",
        "fsync", lifetime.fsync(),
        "timezone", "UTC",
        "log_timezone", "UTC");
  }

  private boolean answers() {
    if (!port.accepts()) {
      return false;
    }
    try (Connection connection = connect()) {
      return connection.isValid(2);
    } catch (SQLException e) {
      return false;
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        url(PostgresData.SUPERUSER), PostgresData.SUPERUSER, data.password());
  }

  private String url(String database) {
    return "jdbc:postgresql://%s:%d/%s".formatted(Port.HOST, port.number(), database);
  }
}
