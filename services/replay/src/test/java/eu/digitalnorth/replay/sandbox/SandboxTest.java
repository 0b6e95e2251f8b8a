package eu.digitalnorth.replay.sandbox;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.replay.ReplayException;
import eu.digitalnorth.replay.Watcher;
import eu.digitalnorth.replay.bundle.Bundle;
import eu.digitalnorth.replay.bundle.BundleWriter;
import eu.digitalnorth.replay.bundle.Manifest;
import eu.digitalnorth.replay.bundle.Recordings;
import eu.digitalnorth.replay.bundle.Selection;
import eu.digitalnorth.replay.bundle.Source;
import eu.digitalnorth.servers.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is refused before a server is started. */
class SandboxTest {
  private static final ServiceProgram EVIDENCE =
      new ServiceProgram(Service.EVIDENCE, List.of(Path.of("evidence.jar")));

  @TempDir private Path folder;

  private final Sandbox sandbox =
      new Sandbox(
          () -> {
            throw new AssertionError("No server is needed for this");
          },
          Progress.silent(),
          Watcher.none());

  /** Of no topics, with an anchor and a private key. */
  private Bundle recording(@Nullable String redactionPolicy) {
    Path bundle = folder.resolve("recording");
    Manifest plan =
        Manifest.begin(
            Recordings.NOW,
            new Source("cluster", null),
            Selection.of(),
            redactionPolicy,
            List.of(),
            List.of());
    try (BundleWriter writer = BundleWriter.create(bundle, plan)) {
      writer.keep("anchors/ee.jwk", "{}");
      writer.keep("private-keys/ee/pseudonym.key", "key");
      writer.finish(Recordings.NOW);
    }
    return Bundle.open(bundle);
  }

  private static SandboxSettings settings(boolean redacted) {
    return new SandboxSettings(
        new CountryCode("EE"), new SandboxKeys.OfRecording(), List.of(), Set.of(), redacted, null);
  }

  @Test
  void aRedactedRecordingIsRefusedUnlessTheServiceVerifiesNothing() {
    try (Bundle redacted = recording("policy")) {
      assertThatThrownBy(() -> sandbox.replay(redacted, EVIDENCE, settings(false)))
          .isInstanceOf(ReplayException.class)
          .hasMessageContaining("redacted");
      assertThatThrownBy(() -> sandbox.replay(redacted, EVIDENCE, settings(true)))
          .isInstanceOf(ReplayException.class)
          .hasMessageContaining("record all topics");
    }
  }

  @Test
  void aServiceThatIsDrivenByPeopleIsRefused() {
    try (Bundle bundle = recording(null)) {
      assertThatThrownBy(
              () ->
                  sandbox.replay(
                      bundle,
                      new ServiceProgram(Service.PORTAL, List.of()),
                      SandboxSettings.of(new CountryCode("EE"))))
          .hasMessageContaining("portal");
    }
  }
}
