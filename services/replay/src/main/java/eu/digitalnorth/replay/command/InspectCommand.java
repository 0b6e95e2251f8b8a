package eu.digitalnorth.replay.command;

import eu.digitalnorth.replay.bundle.Bundle;
import eu.digitalnorth.replay.bundle.Manifest;
import eu.digitalnorth.replay.bundle.RecordStream;
import eu.digitalnorth.replay.bundle.RecordedRecord;
import eu.digitalnorth.replay.capture.RecordFilter;
import eu.digitalnorth.replay.decode.Decoder;
import eu.digitalnorth.replay.inspect.BundleSummary;
import eu.digitalnorth.replay.inspect.Timeline;
import eu.digitalnorth.replay.inspect.TopicSummary;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
    try (Bundle bundle = Bundle.open(path)) {
      Decoder decoder = new Decoder(bundle);
      if (follow != null) {
        filters.exchanges.add(follow);
        Timeline timeline = new Timeline(decoder);
        forEach(bundle, decoder, record -> output.out().println(timeline.line(record)));
      } else if (records) {
        JsonMapper json = JsonMapper.shared();
        forEach(
            bundle,
            decoder,
            record -> output.out().println(json.writeValueAsString(decoder.document(record))));
      } else {
        summarise(bundle, output);
      }
      output.out().flush();
    }
    return 0;
  }

  private void forEach(Bundle bundle, Decoder decoder, Consumer<RecordedRecord> action) {
    RecordFilter filter =
        new RecordFilter(filters.keys, filters.types, filters.exchanges, filters.headers);
    long left = limit == null ? Long.MAX_VALUE : limit;
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
  }

  private static void summarise(Bundle bundle, Output output) {
    Manifest manifest = bundle.manifest();
    BundleSummary summary = BundleSummary.of(bundle);
    output.say("Recorded   %s to %s", manifest.startedAt(), manifest.finishedAt());
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
      output.say("%n%-50s %-13s %s", "Schema", "SHA-256", "registered as");
    }
    manifest
        .schemas()
        .forEach(
            schema ->
                output.say(
                    "%-50s %-13s %s",
                    schema.name(),
                    schema.sha256().substring(0, 12),
                    schema.registrations().stream()
                        .map(r -> r.subject() + " v" + r.version())
                        .collect(Collectors.joining(", "))));
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
