package eu.digitalnorth.replay.command;

import eu.digitalnorth.replay.bundle.Bundle;
import eu.digitalnorth.replay.bundle.Manifest;
import eu.digitalnorth.replay.bundle.RecordedSchema;
import eu.digitalnorth.replay.bundle.Registration;
import eu.digitalnorth.replay.inspect.BundleSummary;
import eu.digitalnorth.replay.inspect.TopicSummary;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is in a recording, for people. */
final class SummaryLines {
  private SummaryLines() {}

  static void write(Bundle bundle, Output output) {
    Manifest manifest = bundle.manifest();
    BundleSummary summary = BundleSummary.of(bundle);
    output.say(
        "Recorded   %s to %s", seconds(manifest.startedAt()), seconds(manifest.finishedAt()));
    output.say(
        "From       cluster %s, %s",
        manifest.source().clusterId(), manifest.selection().isolation());
    if (manifest.redactionPolicy() != null) {
      output.say("Redacted   fields are replaced by pseudonyms, signatures are not true any more");
    }
    if (!manifest.keys().isEmpty()) {
      output.say(
          "Keys       public anchors%s",
          manifest.bearsPrivateKeys()
              ? ", and private keys of an installation that was made for this"
              : "");
    }
    output.say("Records    %,d", manifest.records());
    output.say("Countries  %s", String.join(" ", summary.countries()));
    output.say(
        "Exchanges  %s%,d",
        summary.exchanges() < BundleSummary.MOST_EXCHANGES ? "" : "at least ", summary.exchanges());
    writeTopics(summary, output);
    writeSchemas(manifest.schemas(), output);
  }

  private static void writeTopics(BundleSummary summary, Output output) {
    if (!summary.topics().isEmpty()) {
      output.say("%n%-44s %10s %12s  %-24s %s", "Topic", "records", "bytes", "first", "last");
    }
    summary.topics().forEach((name, topic) -> tell(name, topic, output));
  }

  private static void writeSchemas(List<RecordedSchema> schemas, Output output) {
    if (!schemas.isEmpty()) {
      output.say("%n%-50s %-13s %s", "Schema", "SHA-256", "registered under");
    }
    schemas.forEach(
        schema ->
            output.say(
                "%-50s %-13s %s",
                schema.name(),
                schema.sha256().substring(0, 12),
                registered(schema.registrations())));
  }

  private static @Nullable Instant seconds(@Nullable Instant instant) {
    return instant == null ? null : instant.truncatedTo(ChronoUnit.SECONDS);
  }

  /**
   * One by name: a schema may be registered under a subject of each country; the manifest has all.
   */
  private static String registered(List<Registration> registrations) {
    String first =
        registrations.stream()
            .map(registration -> registration.subject() + " v" + registration.version())
            .min(Comparator.naturalOrder())
            .orElse("");
    return registrations.size() < 2
        ? first
        : "%s and %s".formatted(first, Output.count(registrations.size() - 1, "other"));
  }

  private static void tell(String name, TopicSummary topic, Output output) {
    output.say(
        "%-44s %,10d %,12d  %-24s %s",
        name,
        topic.records(),
        topic.bytes(),
        Instant.ofEpochMilli(topic.first()),
        Instant.ofEpochMilli(topic.last()));
    Map<String, Long> types = new TreeMap<>(topic.types());
    types.forEach((type, count) -> output.say("  %-42s %,10d", type, count));
  }
}
