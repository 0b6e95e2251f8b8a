package eu.digitalnorth.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds and stops the child processes that a killed predecessor has left behind in a directory. */
public final class Orphans {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private Orphans() {}

  /**
   * Stops every orphan of the directory, in good order if possible, and no other process.
   *
   * @throws ServerException if processes of the directory run whose parent lives: it is in use
   */
  public static void stopIn(Path directory, Progress progress) {
    stopIn(directory, name -> true, progress);
  }

  /** The same for those of certain names, and as if there were no others. */
  public static void stopIn(Path directory, Predicate<String> names, Progress progress) {
    List<Path> wanted =
        pidFiles(directory).stream().filter(file -> names.test(name(file))).toList();
    wanted.forEach(file -> refuseIfInUse(directory, file));
    wanted.parallelStream().forEach(file -> stop(file, progress));
  }

  /** Every process that the directory has a record of, by name. */
  public static List<RecordedProcess> processes(Path directory) {
    return pidFiles(directory).stream()
        .sorted()
        .flatMap(
            file ->
                ProcessRecord.read(file)
                    .map(
                        child ->
                            new RecordedProcess(
                                name(file),
                                child.pid(),
                                child.process().isPresent(),
                                child.isOrphan()))
                    .stream())
        .toList();
  }

  /** Whether a process is recorded in the directory that still runs and whose parent still runs. */
  public static boolean isInUse(Path directory) {
    return pidFiles(directory).stream()
        .flatMap(file -> ProcessRecord.read(file).stream())
        .anyMatch(child -> child.process().isPresent() && child.parentLives());
  }

  private static void refuseIfInUse(Path directory, Path pidFile) {
    ProcessRecord.read(pidFile)
        .filter(child -> child.process().isPresent() && child.parentLives())
        .ifPresent(
            child -> {
              throw new ServerException(
                  "%s is in use: its %s runs as process %d, started by process %d. Stop that one first."
                      .formatted(directory, name(pidFile), child.pid(), child.parentPid()));
            });
  }

  private static void stop(Path pidFile, Progress progress) {
    ProcessRecord.read(pidFile)
        .ifPresent(
            child ->
                child
                    .process()
                    .ifPresent(
                        process -> {
                          progress.report(
                              "%s: stopping process %d, left behind by a run that was killed"
                                  .formatted(name(pidFile), process.pid()));
                          Signals.end(process, child.stopSignal(), PATIENCE);
                        }));
    try {
      Files.deleteIfExists(pidFile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Path pidFile) {
    return String.valueOf(pidFile.getFileName()).replace(".pid", "");
  }

  private static List<Path> pidFiles(Path directory) {
    Path run = directory.resolve("run");
    if (!Files.isDirectory(run)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(run)) {
      return files.filter(file -> file.toString().endsWith(".pid")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
