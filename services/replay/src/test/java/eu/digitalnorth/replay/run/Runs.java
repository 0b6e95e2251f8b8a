package eu.digitalnorth.replay.run;

import eu.digitalnorth.replay.Watcher;
import eu.digitalnorth.replay.bundle.Bundle;
import eu.digitalnorth.replay.cluster.Connection;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

/** Runs as tests do them again and again. */
final class Runs {
  private Runs() {}

  /** A place of its own, under which nothing is yet. */
  static String newPrefix() {
    return "replay." + UUID.randomUUID() + '.';
  }

  static RunSettings everythingUnder(String prefix) {
    return RunSettings.everything().to(new TopicMapping(prefix, Map.of()));
  }

  static RunSettings everythingFrom(String source, String target) {
    return RunSettings.everything().to(new TopicMapping("", Map.of(source, target)));
  }

  static RunReport run(Path path, Connection connection, RunSettings settings) {
    try (Bundle bundle = Bundle.openVerified(path)) {
      Run run = new Run(bundle, connection, settings);
      return run.execute(run.plan(), Watcher.none(), () -> false);
    }
  }
}
