package eu.digitalnorth.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A process that was started here, with its output in {@code logs/<name>.log} (and that of the run
 * before beside it), and a record in {@code run/<name>.pid} by which {@link Orphans} finds it,
 * should this JVM be killed.
 */
public final class ChildProcess {
  private static final Duration POLL = Duration.ofMillis(25);
  private static final Pattern FRAME = Pattern.compile("\t(at |[.]{3} )");
  private static final int LAST_LINES = 12;

  private final String name;
  private final Process process;
  private final Path log;
  private final Path pidFile;
  private final String stopSignal;

  private ChildProcess(String name, Process process, Path log, Path pidFile, String stopSignal) {
    this.name = name;
    this.process = process;
    this.log = log;
    this.pidFile = pidFile;
    this.stopSignal = stopSignal;
  }

  /** Starts it with the directory as home of its log and record, and as its working directory. */
  public static ChildProcess start(ChildCommand command, Path directory) {
    try {
      Path log =
          Files.createDirectories(directory.resolve("logs")).resolve(command.name() + ".log");
      Path pidFile =
          Files.createDirectories(directory.resolve("run")).resolve(command.name() + ".pid");
      if (Files.exists(log)) {
        Files.move(
            log,
            log.resolveSibling(command.name() + ".log.1"),
            StandardCopyOption.REPLACE_EXISTING);
      }
      ProcessBuilder builder =
          new ProcessBuilder(Detached.command(command.arguments()))
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      builder.environment().putAll(command.environment());
      Process process = builder.start();
      process.getOutputStream().close();
      ProcessRecord.of(process.toHandle(), command.executable(), command.stopSignal())
          .write(pidFile);
      return new ChildProcess(command.name(), process, log, pidFile, command.stopSignal());
    } catch (IOException e) {
      throw new ServerException("%s could not be started.".formatted(command.name()), e);
    }
  }

  /** Waits for the condition; fails as soon as the process ends, or when the patience does. */
  public void awaitReady(BooleanSupplier ready, Duration patience) {
    Instant deadline = Instant.now().plus(patience);
    while (!ready.getAsBoolean()) {
      if (!isAlive()) {
        throw new ServerException(
            "%s ended (code %d) instead of starting:%n%s"
                .formatted(name, process.exitValue(), lastWords()));
      }
      if (Instant.now().isAfter(deadline)) {
        throw new ServerException(
            "%s was not ready after %d s:%n%s".formatted(name, patience.toSeconds(), lastWords()));
      }
      Signals.awaitExit(process.toHandle(), POLL);
      if (Thread.currentThread().isInterrupted()) {
        throw new ServerException("The start of %s was interrupted.".formatted(name));
      }
    }
  }

  /** Asks it to end, kills it if it does not within the patience, and forgets it. */
  public void stop(Duration patience) {
    Signals.end(process.toHandle(), stopSignal, patience);
    forget();
  }

  /** SIGKILL, also for what it has started itself. */
  public void kill() {
    Signals.kill(process.toHandle());
    forget();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  public long pid() {
    return process.pid();
  }

  public String name() {
    return name;
  }

  public Path log() {
    return log;
  }

  private void forget() {
    try {
      Files.deleteIfExists(pidFile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The end of its log, for a message about its death: without the frames of stacks, which are many
   * and tell nobody the cause.
   */
  public String lastWords() {
    try (Stream<String> all = Files.lines(log)) {
      List<String> lines = all.filter(line -> !FRAME.matcher(line).lookingAt()).toList();
      return String.join(
              System.lineSeparator(),
              lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()))
          + System.lineSeparator()
          + "("
          + log
          + ")";
    } catch (IOException e) {
      return "(its log %s cannot be read)".formatted(log);
    }
  }
}
