package eu.digitalnorth.replay.junit;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.replay.Watcher;
import eu.digitalnorth.replay.bundle.Bundle;
import eu.digitalnorth.replay.sandbox.Replayed;
import eu.digitalnorth.replay.sandbox.Sandbox;
import eu.digitalnorth.replay.sandbox.SandboxSettings;
import eu.digitalnorth.replay.sandbox.ServiceProgram;
import eu.digitalnorth.servers.Progress;
import java.nio.file.Path;

/** A service, and a recording to run it against. */
public final class Replay {
  private final Path recording;
  private final ServiceProgram program;
  private final CountryCode country;

  Replay(Path recording, Service service, CountryCode country) {
    this.recording = recording;
    this.program = ServiceProgram.onClassPath(service);
    this.country = country;
  }

  /** The recording, for what a test wants to know of it. */
  public Path recording() {
    return recording;
  }

  /** The service as it is on the class path of this test. */
  public ServiceProgram program() {
    return program;
  }

  /** Runs the service as it is. */
  public Replayed run() {
    return run(program);
  }

  /** Runs it as it was changed. */
  public Replayed run(ServiceProgram changed) {
    return run(changed, SandboxSettings.of(country));
  }

  /** The same with other settings than the usual. */
  public Replayed run(ServiceProgram changed, SandboxSettings settings) {
    Sandbox sandbox = new Sandbox(SandboxTestServers::start, Progress.silent(), Watcher.none());
    try (Bundle bundle = Bundle.openVerified(recording)) {
      return sandbox.replay(bundle, changed, settings);
    }
  }
}
