package eu.digitalnorth.testservers;

import eu.digitalnorth.servers.Folders;
import eu.digitalnorth.servers.Orphans;
import eu.digitalnorth.servers.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Folders that bear the process id of their owner, so that those of a killed test run are swept by
 * the next one.
 */
final class TemporaryFolders {
  private static final Path ROOT =
      Path.of(System.getProperty("java.io.tmpdir"), "digital-north-test-servers");

  private TemporaryFolders() {}

  static Path create() {
    try {
      Files.createDirectories(ROOT);
      sweep();
      return Files.createTempDirectory(ROOT, Owner.self() + "-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void delete(Path folder) {
    try {
      Folders.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void sweep() throws IOException {
    try (Stream<Path> folders = Files.list(ROOT)) {
      List<Path> abandoned = folders.filter(folder -> !Owner.lives(ownerOf(folder))).toList();
      for (Path folder : abandoned) {
        Orphans.stopIn(folder, Progress.silent());
        delete(folder);
      }
    }
  }

  private static String ownerOf(Path folder) {
    return String.valueOf(folder.getFileName()).replaceFirst("-.*", "");
  }
}
