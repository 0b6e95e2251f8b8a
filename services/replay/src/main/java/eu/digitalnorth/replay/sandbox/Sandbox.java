package eu.digitalnorth.replay.sandbox;

import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.replay.Failure;
import eu.digitalnorth.replay.ReplayException;
import eu.digitalnorth.replay.Watcher;
import eu.digitalnorth.replay.bundle.Bundle;
import eu.digitalnorth.servers.Progress;
import eu.digitalnorth.servers.ServerException;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Runs a service against recordings. Each run has servers of its own, so that nothing of an earlier
 * one is there.
 */
public final class Sandbox {
  /** Those whose every act follows from a message. The others are driven by people, too. */
  public static final Set<Service> SERVICES = Set.of(Service.EVIDENCE);

  private final Supplier<? extends SandboxServers> servers;
  private final Progress progress;
  private final Watcher watcher;

  /**
   * @param servers starts empty ones
   * @param watcher is told how many requests were decided upon
   */
  public Sandbox(Supplier<? extends SandboxServers> servers, Progress progress, Watcher watcher) {
    this.servers = servers;
    this.progress = progress;
    this.watcher = watcher;
  }

  /**
   * Gives the service each recorded request, with the time and the state that its decision was made
   * with, and compares.
   *
   * @throws ReplayException if that cannot be meant, or something does not run
   */
  public Replayed replay(Bundle bundle, ServiceProgram program, SandboxSettings settings) {
    refuseNonsense(bundle, program, settings);
    Role role = new Role(program.service(), settings.country(), CountryProfiles.load().codes());
    Script script = Script.of(bundle, role);
    if (script.steps().isEmpty()) {
      throw new ReplayException(
          Failure.TOPIC,
          "The recording has no request that %s of %s has decided upon."
              .formatted(program.service().id(), settings.country()));
    }
    try (SandboxFolder folder = SandboxFolder.create();
        SandboxServers running = servers.get()) {
      settings.keys().place(bundle, settings.country(), running.keys());
      SandboxRun run = new SandboxRun(bundle, program, role, script, folder, running);
      run.feed(progress, watcher);
      return new Findings(bundle, settings, role, folder, running.administrator())
          .of(script, run.moved());
    } catch (ServerException e) {
      throw new ReplayException(Failure.SANDBOX, String.valueOf(e.getMessage()), e);
    }
  }

  private static void refuseNonsense(
      Bundle bundle, ServiceProgram program, SandboxSettings settings) {
    if (!SERVICES.contains(program.service())) {
      throw new ReplayException(
          Failure.USAGE,
          "The sandbox knows the service evidence; what %s does follows from more than messages."
              .formatted(program.service().id()));
    }
    if (CountryProfiles.load().find(settings.country()).isEmpty()) {
      throw new ReplayException(
          Failure.USAGE, "There is no country %s.".formatted(settings.country()));
    }
    if (bundle.manifest().redactionPolicy() != null && !settings.redacted()) {
      throw new ReplayException(
          Failure.USAGE,
          "The recording is redacted, and its signatures are not true any more: a service that"
              + " verifies refuses everything. If this one verifies nothing, say --redacted.");
    }
    settings
        .keys()
        .objection(bundle, settings.country())
        .ifPresent(
            objection -> {
              throw new ReplayException(Failure.USAGE, objection);
            });
  }
}
