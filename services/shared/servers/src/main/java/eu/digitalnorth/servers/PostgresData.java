package eu.digitalnorth.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/**
 * PostgreSQL's files: its data, and the password of its superuser, which only the owner of the
 * files can read.
 */
final class PostgresData {
  static final String SUPERUSER = "postgres";
  private static final int PASSWORD_BYTES = 24;

  private final Path home;

  PostgresData(Path directory) {
    this.home = directory.resolve("postgres");
  }

  Path path() {
    return home.resolve("data");
  }

  String password() {
    try {
      return Files.readString(passwordFile()).strip();
    } catch (IOException e) {
      throw new ServerException("PostgreSQL's password cannot be read.", e);
    }
  }

  /**
   * Makes them where they are missing; they take their place only when complete, whenever this is
   * killed.
   */
  void create(PostgresInstallation installation, Path log) {
    if (Files.exists(path())) {
      return;
    }
    try {
      Path unfinished = home.resolve("unfinished");
      Folders.delete(unfinished);
      Files.createDirectories(unfinished);
      writePassword();
      initialise(installation, unfinished, log);
      Files.move(unfinished, path());
    } catch (IOException e) {
      throw new ServerException("PostgreSQL could not be initialised.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServerException("The initialisation of PostgreSQL was interrupted.", e);
    }
  }

  private void initialise(PostgresInstallation installation, Path target, Path log)
      throws IOException, InterruptedException {
    List<String> initdb =
        List.of(
            installation.program("initdb"),
            "--pgdata=" + target,
            "--username=" + SUPERUSER,
            "--pwfile=" + passwordFile(),
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            // The same on every machine, whatever locales it has.
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--locale=C");
    Files.createDirectories(log.getParent());
    int code =
        new ProcessBuilder(Unprivileged.command(initdb))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    if (code != 0) {
      throw new ServerException("PostgreSQL's initdb failed, see " + log);
    }
  }

  private void writePassword() throws IOException {
    byte[] random = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(random);
    PrivateFile.write(passwordFile(), HexFormat.of().formatHex(random));
  }

  private Path passwordFile() {
    return home.resolve("superuser-password");
  }
}
