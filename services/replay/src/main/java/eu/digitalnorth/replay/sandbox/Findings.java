package eu.digitalnorth.replay.sandbox;

import eu.digitalnorth.replay.Watcher;
import eu.digitalnorth.replay.bundle.Bundle;
import eu.digitalnorth.replay.bundle.RecordedRecord;
import eu.digitalnorth.replay.bundle.Selection;
import eu.digitalnorth.replay.bundle.ZipPacking;
import eu.digitalnorth.replay.capture.Capture;
import eu.digitalnorth.replay.capture.Limits;
import eu.digitalnorth.replay.cluster.Connection;
import eu.digitalnorth.replay.compare.CompareRule;
import eu.digitalnorth.replay.compare.CompareSettings;
import eu.digitalnorth.replay.compare.Comparison;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Compares what the service had said with what it says. */
record Findings(
    Bundle bundle,
    SandboxSettings settings,
    Role role,
    SandboxFolder folder,
    Connection connection) {

  /**
   * @param moved topics that have their records at other offsets than they had
   */
  Replayed of(Script script, Set<String> moved) {
    Set<String> topics = Set.copyOf(role.outputs());
    Path expected = folder.folder("recorded").resolve(bundle.path().getFileName());
    Path actual = folder.folder("replayed").resolve(role.inboxGroup());
    Excerpt.write(bundle, topics, wanted(), expected);
    try (Bundle said = said()) {
      Excerpt.write(said, topics, wanted(), actual);
    }
    Path save = settings.save();
    if (save != null) {
      ZipPacking.pack(actual, save);
    }
    try (Bundle one = Bundle.open(expected);
        Bundle other = Bundle.open(actual)) {
      return new Replayed(
          Comparison.of(one, other, rules(moved)), script.steps().size(), notes(script, moved));
    }
  }

  private Bundle said() {
    Path said = folder.path().resolve("said");
    new Capture(connection, Clock.systemUTC(), Watcher.none())
        .record(said, Selection.of(role.outputs().toArray(String[]::new)), Limits.none());
    return Bundle.open(said);
  }

  private Predicate<RecordedRecord> wanted() {
    Set<String> exchanges = settings.exchanges();
    return record ->
        role.wrote(record)
            && (exchanges.isEmpty() || exchanges.contains(String.valueOf(record.keyText())));
  }

  private CompareSettings rules(Set<String> moved) {
    boolean inboxes = role.inboxes().stream().anyMatch(moved::contains);
    boolean states = moved.stream().anyMatch(topic -> !role.inboxes().contains(topic));
    List<CompareRule> rules = new ArrayList<>(SandboxRules.of(states, inboxes));
    rules.addAll(settings.rules());
    return new CompareSettings(rules, Set.of(), "", Map.of());
  }

  private static List<String> notes(Script script, Set<String> moved) {
    List<String> notes = new ArrayList<>();
    if (script.undecided() > 0) {
      notes.add(
          "%,d requests were not decided upon when the recording ended, and are left out."
              .formatted(script.undecided()));
    }
    moved.stream()
        .sorted()
        .forEach(
            topic ->
                notes.add(
                    "%s has its records at other offsets than it had: what was between them is not"
                            .formatted(topic)
                        + " in the recording."));
    return notes;
  }
}
