package eu.digitalnorth.replay.sandbox;

import eu.digitalnorth.replay.Failure;
import eu.digitalnorth.replay.ReplayException;
import eu.digitalnorth.servers.Folders;
import eu.digitalnorth.servers.Orphans;
import eu.digitalnorth.servers.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of one sandbox, readable by its owner only and gone with it, as are the processes that
 * have their records in it. It bears the process id of its owner, so that what a killed one has
 * left is swept by the next.
 *
 * @param path of the folder
 * @param atExit sweeps it if its owner ends before it is closed
 */
record SandboxFolder(Path path, Thread atExit) implements AutoCloseable {
  private static final Path ROOT =
      Path.of(
          System.getProperty("java.io.tmpdir"),
          "digital-north-sandbox-" + System.getProperty("user.name"));

  static SandboxFolder create() {
    try {
      Files.createDirectories(ROOT);
      sweep();
      Path path = Files.createTempDirectory(ROOT, ProcessHandle.current().pid() + "-");
      Thread atExit = new Thread(() -> end(path), "sandbox-end");
      Runtime.getRuntime().addShutdownHook(atExit);
      return new SandboxFolder(path, atExit);
    } catch (IOException e) {
      throw new ReplayException(
          Failure.STORAGE, "%s cannot be written: %s".formatted(ROOT, e.getMessage()), e);
    }
  }

  /** A folder in it. */
  Path folder(String name) {
    try {
      return Files.createDirectories(path.resolve(name));
    } catch (IOException e) {
      throw new ReplayException(
          Failure.STORAGE, "%s cannot be written: %s".formatted(path, e.getMessage()), e);
    }
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      return; // the process ends, and the hook does the same
    }
    end(path);
  }

  private static void end(Path path) {
    try {
      Orphans.stopIn(path, Progress.silent());
      Folders.delete(path);
    } catch (IOException e) {
      throw new ReplayException(
          Failure.STORAGE, "%s cannot be deleted: %s".formatted(path, e.getMessage()), e);
    }
  }

  private static void sweep() throws IOException {
    try (Stream<Path> folders = Files.list(ROOT)) {
      List<Path> abandoned = folders.filter(folder -> !lives(folder)).toList();
      abandoned.forEach(SandboxFolder::end);
    }
  }

  private static boolean lives(Path folder) {
    String owner = String.valueOf(folder.getFileName()).replaceFirst("-.*", "");
    return ProcessHandle.of(Long.parseLong(owner)).filter(ProcessHandle::isAlive).isPresent();
  }
}
