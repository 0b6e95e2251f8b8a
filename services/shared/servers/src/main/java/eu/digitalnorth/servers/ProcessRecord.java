package eu.digitalnorth.servers;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/**
 * What is remembered of a process in a file, so that it is found again after the death of the one
 * that started it.
 *
 * <p>A process id alone proves nothing, since ids are used again: start instant and program must
 * agree too.
 *
 * @param executable file name of the program
 * @param stopSignal the signal that asks it to end in good order, without {@code SIG}
 */
record ProcessRecord(
    long pid,
    Instant startedAt,
    String executable,
    String stopSignal,
    long parentPid,
    Instant parentStartedAt) {

  /**
   * Linux counts a start in ticks since boot, and boot's own instant moves when the clock is set
   * right.
   */
  private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

  static ProcessRecord of(ProcessHandle child, String executable, String stopSignal) {
    ProcessHandle self = ProcessHandle.current();
    return new ProcessRecord(
        child.pid(), startOf(child), executable, stopSignal, self.pid(), startOf(self));
  }

  /** The process that this record tells of, if it still runs. */
  Optional<ProcessHandle> process() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(handle -> startedAbout(handle, startedAt))
        .filter(this::runsExecutable);
  }

  /** Whether the process lives, and the one that started it does not. */
  boolean isOrphan() {
    return process().isPresent() && !parentLives();
  }

  boolean parentLives() {
    return ProcessHandle.of(parentPid)
        .filter(ProcessHandle::isAlive)
        // One that was killed and that nobody has waited for counts as alive, but runs no program.
        .filter(handle -> handle.info().command().isPresent())
        .filter(handle -> startedAbout(handle, parentStartedAt))
        .isPresent();
  }

  void write(Path file) {
    Properties properties = new Properties();
    properties.setProperty("pid", Long.toString(pid));
    properties.setProperty("startedAt", startedAt.toString());
    properties.setProperty("executable", executable);
    properties.setProperty("stopSignal", stopSignal);
    properties.setProperty("parentPid", Long.toString(parentPid));
    properties.setProperty("parentStartedAt", parentStartedAt.toString());
    try (Writer writer = Files.newBufferedWriter(file)) {
      properties.store(writer, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Empty where there is no such file, or where its writer died while writing it. */
  static Optional<ProcessRecord> read(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (properties.size() < 6) {
      return Optional.empty();
    }
    return Optional.of(
        new ProcessRecord(
            Long.parseLong(properties.getProperty("pid")),
            Instant.parse(properties.getProperty("startedAt")),
            properties.getProperty("executable"),
            properties.getProperty("stopSignal"),
            Long.parseLong(properties.getProperty("parentPid")),
            Instant.parse(properties.getProperty("parentStartedAt"))));
  }

  private boolean runsExecutable(ProcessHandle handle) {
    return handle
        .info()
        .command()
        .map(ProcessRecord::fileName)
        .filter(executable::equals)
        .isPresent();
  }

  /**
   * Linux appends a remark to the path of a program whose file has been deleted or replaced since.
   */
  private static String fileName(String command) {
    String path =
        command.endsWith(" (deleted)") ? command.substring(0, command.length() - 10) : command;
    return String.valueOf(Path.of(path).getFileName());
  }

  private static boolean startedAbout(ProcessHandle handle, Instant instant) {
    return Duration.between(startOf(handle), instant).abs().compareTo(CLOCK_TOLERANCE) < 0;
  }

  private static Instant startOf(ProcessHandle handle) {
    return handle.info().startInstant().orElse(Instant.EPOCH);
  }
}
