package eu.digitalnorth.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL server that trusts nobody without a password, also on this machine. */
public final class PostgresServer implements Server {
  static final String SUPERUSER = "postgres";
  private static final Duration START_PATIENCE = Duration.ofSeconds(60);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

  private final Path directory;
  private Port port;
  private @Nullable ChildProcess process;

  /**
   * @param directory has the server's data in {@code postgres}
   */
  public PostgresServer(Path directory, Port port) {
    this.directory = directory.toAbsolutePath();
    this.port = port;
  }

  @Override
  public String name() {
    return "PostgreSQL";
  }

  @Override
  public void start() {
    port = port.claim(name());
    PostgresInstallation installation = PostgresInstallation.unpacked();
    if (!Files.exists(data().resolve("PG_VERSION"))) {
      initialise(installation);
    }
    ChildProcess started = ChildProcess.start(command(installation), directory);
    process = started;
    started.awaitReady(this::answers, START_PATIENCE);
  }

  @Override
  public void stop() {
    if (process != null) {
      process.stop(STOP_PATIENCE);
    }
  }

  @Override
  public void kill() {
    if (process != null) {
      process.kill();
    }
  }

  @Override
  public boolean isReady() {
    return process != null && process.isAlive() && answers();
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

  private Path data() {
    return directory.resolve("postgres").resolve("data");
  }

  private Path passwordFile() {
    return directory.resolve("postgres").resolve("superuser-password");
  }

  private ChildCommand command(PostgresInstallation installation) {
    List<String> arguments =
        Unprivileged.command(
            List.of(
                installation.program("postgres"),
                "-D",
                data().toString(),
                "-p",
                Integer.toString(port.number()),
                "-c",
                "listen_addresses=" + Port.HOST,
                "-c",
                "unix_socket_directories=",
                "-c",
                "max_connections=200",
                "-c",
                "shared_buffers=64MB",
                "-c",
                "timezone=UTC",
                "-c",
                "log_timezone=UTC"));
    // SIGINT is PostgreSQL's fast shutdown: it ends sessions instead of waiting for them.
    return new ChildCommand("postgres", arguments, "postgres", Map.of(), "INT");
  }

  private void initialise(PostgresInstallation installation) {
    try {
      Files.createDirectories(data());
      writePassword();
      Path log = Files.createDirectories(directory.resolve("logs")).resolve("initdb.log");
      Process initdb =
          new ProcessBuilder(
                  Unprivileged.command(
                      List.of(
                          installation.program("initdb"),
                          "-D",
                          data().toString(),
                          "-U",
                          SUPERUSER,
                          "--pwfile",
                          passwordFile().toString(),
                          "--auth=scram-sha-256",
                          "--encoding=UTF8",
                          "--locale-provider=builtin",
                          "--builtin-locale=C.UTF-8",
                          "--locale=C")))
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      if (initdb.waitFor() != 0) {
        throw new ServerException("PostgreSQL's initdb failed, see " + log);
      }
    } catch (IOException e) {
      throw new ServerException("PostgreSQL could not be initialised.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServerException("The initialisation of PostgreSQL was interrupted.", e);
    }
  }

  private void writePassword() throws IOException {
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    Files.deleteIfExists(passwordFile());
    Files.createFile(
        passwordFile(),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(passwordFile(), HexFormat.of().formatHex(random));
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
    try {
      return DriverManager.getConnection(
          url(SUPERUSER), SUPERUSER, Files.readString(passwordFile()).strip());
    } catch (IOException e) {
      throw new ServerException("PostgreSQL's password cannot be read.", e);
    }
  }

  private String url(String database) {
    return "jdbc:postgresql://%s:%d/%s".formatted(Port.HOST, port.number(), database);
  }
}
