package eu.digitalnorth.local.installation;

import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.servers.Orphans;
import eu.digitalnorth.servers.RecordedProcess;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What runs on a folder of data right now.
 *
 * @param launcher the process that started it, if that runs
 */
public record InstallationStatus(Optional<RunningInstallation> launcher, List<Part> parts) {

  /**
   * One process of the installation.
   *
   * @param address host and port, or a URL; empty if unknown
   * @param state {@code ready}, {@code not ready}, {@code runs}, {@code dead} or {@code orphan}
   * @param memory bytes
   */
  public record Part(String name, long pid, String address, String state, OptionalLong memory) {}

  public static InstallationStatus of(Path data) {
    Optional<RunningInstallation> launcher = RunningInstallation.find(data);
    List<Part> parts = new ArrayList<>();
    launcher
        .filter(running -> !running.inContainers())
        .ifPresent(
            running ->
                parts.add(
                    new Part(
                        "launcher", running.pid(), "", "runs", Memory.ofAlone(running.pid()))));
    Orphans.processes(data).stream().map(process -> part(process, launcher)).forEach(parts::add);
    return new InstallationStatus(launcher, parts);
  }

  private static Part part(RecordedProcess process, Optional<RunningInstallation> launcher) {
    return new Part(
        process.name(),
        process.pid(),
        launcher.map(running -> address(process.name(), running.endpoints())).orElse(""),
        state(process, launcher),
        process.alive() ? Memory.of(process.pid()) : OptionalLong.empty());
  }

  private static String state(RecordedProcess process, Optional<RunningInstallation> launcher) {
    if (!process.alive()) {
      return "dead";
    }
    if (process.orphan()) {
      return "orphan";
    }
    return launcher
        .flatMap(running -> readiness(process.name(), running.endpoints()))
        .map(url -> Http.answers(url) ? "ready" : "not ready")
        .orElse("runs");
  }

  private static Optional<URI> readiness(String name, Endpoints endpoints) {
    return name.equals(Installation.ISSUER)
        ? Optional.of(endpoints.issuer().readiness())
        : service(name).map(endpoints::readiness);
  }

  private static String address(String name, Endpoints endpoints) {
    return switch (name) {
      case "kafka" -> endpoints.brokers().clients();
      case "schema-registry" -> endpoints.schemaRegistry().toString();
      case Installation.ISSUER -> endpoints.issuer().url().toString();
      default -> service(name).map(service -> endpoints.of(service).toString()).orElse("");
    };
  }

  private static Optional<Service> service(String name) {
    return Arrays.stream(Service.values()).filter(one -> one.id().equals(name)).findFirst();
  }
}
