package eu.digitalnorth.replay.command;

import eu.digitalnorth.replay.Failure;
import eu.digitalnorth.replay.ReplayException;
import eu.digitalnorth.replay.bundle.Bundle;
import eu.digitalnorth.replay.bundle.Manifest;
import eu.digitalnorth.replay.bundle.RecordStream;
import eu.digitalnorth.replay.bundle.RecordedRecord;
import eu.digitalnorth.replay.bundle.Registration;
import eu.digitalnorth.replay.capture.RecordFilter;
import eu.digitalnorth.replay.decode.Decoder;
import eu.digitalnorth.replay.inspect.BundleSummary;
import eu.digitalnorth.replay.inspect.Timeline;
import eu.digitalnorth.replay.inspect.TopicSummary;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code exchange replay inspect}. */
@Command(
    name = "inspect",
    description = {
      "Shows what is in a recording: topics, counts, time span, types, schemas, countries,"
          + " exchanges. With --records each record as a line of JSON, decoded; with --follow an"
          + " exchange as a timeline."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "%nExamples:",
      "  exchange replay inspect morning.zip",
      "  exchange replay inspect morning.zip --follow 1b4e28ba-2fa1-4d2e-883f-0016d3cca427",
      "  exchange replay inspect morning.zip --records --type EvidenceResponse | jq .value"
    })
final class InspectCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "BUNDLE", description = "Folder or zip.")
  private Path path;

  @Option(names = "--records", description = "Each record as a line of JSON, in the order of time.")
  private boolean records;

  @Option(names = "--follow", paramLabel = "EXCHANGE", description = "The exchange as a timeline.")
  private @Nullable String follow;

  @Option(
      names = "--topic",
      paramLabel = "NAME",
      split = ",",
      description = "Only records of this topic; may be repeated.")
  private List<String> topics = new ArrayList<>();

  @Mixin private FilterOptions filters;

  @Option(names = "--limit", paramLabel = "N", description = "Show at most so many records.")
  private @Nullable Long limit;

  @Override
  public Integer call() {
    Output output = Output.of(spec);
    if (!records && follow == null && (!topics.isEmpty() || filters.isAny() || limit != null)) {
      throw new ParameterException(
          spec.commandLine(), "Which records to show is said with --records or --follow.");
    }
    try (Bundle bundle = Bundle.open(path)) {
      refuseUnknownTopics(bundle);
      Decoder decoder = new Decoder(bundle);
      if (follow != null) {
        filters.exchanges.add(follow);
        Timeline timeline = new Timeline(decoder);
        forEach(bundle, decoder, output, record -> output.out().println(timeline.line(record)));
      } else if (records) {
        JsonMapper json = JsonMapper.shared();
        forEach(
            bundle,
            decoder,
            output,
            record -> output.out().println(json.writeValueAsString(decoder.document(record))));
      } else {
        summarise(bundle, output);
      }
      output.out().flush();
    }
    return 0;
  }

  private void refuseUnknownTopics(Bundle bundle) {
    topics.stream()
        .filter(
            topic ->
                bundle.manifest().partitions().stream().noneMatch(p -> p.topic().equals(topic)))
        .findFirst()
        .ifPresent(
            topic -> {
              throw new ReplayException(
                  Failure.TOPIC, "The recording has no topic %s.".formatted(topic));
            });
  }

  private void forEach(
      Bundle bundle, Decoder decoder, Output output, Consumer<RecordedRecord> action) {
    RecordFilter filter =
        new RecordFilter(filters.keys, filters.types, filters.exchanges, filters.headers);
    long most = limit == null ? Long.MAX_VALUE : limit;
    long left = most;
    try (RecordStream stream =
        bundle.records(p -> topics.isEmpty() || topics.contains(p.topic()))) {
      while (left > 0 && stream.hasNext()) {
        RecordedRecord record = stream.next();
        if (filter.accepts(record, decoder.schemaOf(record))) {
          action.accept(record);
          left--;
        }
      }
    }
    if (left == most) {
      output.warn("No record fits.");
    }
  }

  private static void summarise(Bundle bundle, Output output) {
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
    if (!summary.topics().isEmpty()) {
      output.say("%n%-44s %10s %12s  %-24s %s", "Topic", "records", "bytes", "first", "last");
    }
    summary.topics().forEach((name, topic) -> tell(name, topic, output));
    if (!manifest.schemas().isEmpty()) {
      output.say("%n%-50s %-13s %s", "Schema", "SHA-256", "registered under");
    }
    manifest
        .schemas()
        .forEach(
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
