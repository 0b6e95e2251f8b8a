package eu.digitalnorth.local.installation;

import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.servers.ChildCommand;
import eu.digitalnorth.servers.ChildProcess;
import eu.digitalnorth.servers.Progress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** One service as one process, which serves all countries. */
final class ServiceProcess {
  private static final Duration START_PATIENCE = Duration.ofMinutes(5);

  /** A first stop lays out the classes for later starts, which is some seconds of work. */
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(60);

  private final Service service;
  private final ChildProcess process;
  private final URI readiness;
  private final Stopwatch watch = new Stopwatch();

  private ServiceProcess(Service service, ChildProcess process, URI readiness) {
    this.service = service;
    this.process = process;
    this.readiness = readiness;
  }

  static ServiceProcess start(Service service, ChildCommand command, Path data, URI readiness) {
    return new ServiceProcess(service, ChildProcess.start(command, data), readiness);
  }

  void awaitReady(Progress progress) {
    process.awaitReady(new Sparingly(() -> Http.answers(readiness)), START_PATIENCE);
    progress.report(
        "%s: ready on port %d after %s".formatted(service.id(), readiness.getPort(), watch));
  }

  Service service() {
    return service;
  }

  void stop() {
    process.stop(STOP_PATIENCE);
  }

  void kill() {
    process.kill();
  }
}
