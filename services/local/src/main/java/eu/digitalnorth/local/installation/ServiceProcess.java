package eu.digitalnorth.local.installation;

import eu.digitalnorth.servers.ChildCommand;
import eu.digitalnorth.servers.ChildProcess;
import eu.digitalnorth.servers.Progress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** One service, or the issuer, as one process, which serves all countries. */
final class ServiceProcess {
  private static final Duration START_PATIENCE = Duration.ofMinutes(5);

  /** A first stop lays out the classes for later starts, which is some seconds of work. */
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(60);

  private final String name;
  private final ChildProcess process;
  private final URI readiness;
  private final Stopwatch watch = new Stopwatch();

  private ServiceProcess(String name, ChildProcess process, URI readiness) {
    this.name = name;
    this.process = process;
    this.readiness = readiness;
  }

  static ServiceProcess start(String name, ChildCommand command, Path data, URI readiness) {
    return new ServiceProcess(name, ChildProcess.start(command, data), readiness);
  }

  void awaitReady(Progress progress) {
    process.awaitReady(new Sparingly(() -> Http.answers(readiness)), START_PATIENCE);
    progress.report("%s: ready on port %d after %s".formatted(name, readiness.getPort(), watch));
  }

  void stop() {
    process.stop(STOP_PATIENCE);
  }

  void kill() {
    process.kill();
  }
}
