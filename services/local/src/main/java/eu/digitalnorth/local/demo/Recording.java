package eu.digitalnorth.local.demo;

import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.local.installation.Endpoints;
import eu.digitalnorth.local.installation.TesterAccess;
import eu.digitalnorth.replay.Watcher;
import eu.digitalnorth.replay.bundle.Manifest;
import eu.digitalnorth.replay.bundle.Selection;
import eu.digitalnorth.replay.capture.Capture;
import eu.digitalnorth.replay.capture.Limits;
import eu.digitalnorth.replay.capture.RecordedKeys;
import eu.digitalnorth.replay.cluster.Connection;
import eu.digitalnorth.replay.command.Target;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;

/** Everything that was said in a demonstration, with the keys of those who have said it. */
public final class Recording {
  private final Target target;

  /**
   * @param bundle folder, or a file that ends with {@code .zip}
   * @throws eu.digitalnorth.replay.ReplayException if it is there already
   */
  public Recording(Path bundle) {
    target = new Target(bundle.toAbsolutePath());
    target.refuseIfPresent();
  }

  /**
   * Records all topics, and the private keys of all countries: the installation must be one that is
   * thrown away afterwards.
   *
   * @return what was recorded, for people
   */
  public String take(Endpoints endpoints) {
    try (TesterAccess tester = TesterAccess.open(endpoints.brokers())) {
      Capture capture =
          new Capture(
              new Connection(tester.settings(), endpoints.schemaRegistry().toString()),
              Clock.systemUTC(),
              Watcher.none(),
              null,
              RecordedKeys.ofSynthetic(endpoints.brokers().keys(), CountryProfiles.load().codes()));
      Manifest manifest = capture.record(target.folder(), Selection.of(), Limits.none());
      target.pack();
      return String.format(
          Locale.ROOT,
          "Recorded %,d records, and the private keys of this installation: %s",
          manifest.records(),
          target.bundle().getFileName());
    }
  }
}
