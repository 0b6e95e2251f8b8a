package eu.digitalnorth.servers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs, unpacked beside the archive that the build has put there, once. */
final class PostgresInstallation {
  private final Path home;

  private PostgresInstallation(Path home) {
    this.home = home;
  }

  static PostgresInstallation unpacked() {
    Path folder = Distribution.resolve("postgres");
    Path home = folder.resolve("pgsql");
    // Several test runs may come here at the same time.
    try (FileChannel channel =
            FileChannel.open(
                folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = channel.lock()) {
      Path done = home.resolve("unpacked");
      if (lock.isValid() && !Files.exists(done)) {
        unpack(archive(folder), home);
        Files.createFile(done);
      }
    } catch (IOException e) {
      throw new ServerException("PostgreSQL could not be unpacked to " + home, e);
    }
    return new PostgresInstallation(home);
  }

  String program(String name) {
    return home.resolve("bin").resolve(name).toString();
  }

  private static Path archive(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> archives = files.filter(file -> file.toString().endsWith(".txz")).toList();
      if (archives.size() != 1) {
        throw new ServerException(
            "One archive of PostgreSQL is expected in %s, but there are %d."
                .formatted(folder, archives.size()));
      }
      return archives.getFirst();
    }
  }

  private static void unpack(Path archive, Path home) throws IOException {
    try (InputStream file = Files.newInputStream(archive);
        TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(file))) {
      TarArchiveEntry entry;
      while ((entry = tar.getNextEntry()) != null) {
        unpack(tar, entry, home.resolve(entry.getName()).normalize());
      }
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path path)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.getParent());
    Files.deleteIfExists(path);
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
    } else if (entry.isLink()) {
      throw new ServerException("Unexpected hard link in the archive: " + entry.getName());
    } else {
      Files.copy(tar, path);
      boolean executable = (entry.getMode() & 0100) != 0;
      Files.setPosixFilePermissions(
          path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
  }
}
