package eu.digitalnorth.replay.command;

import eu.digitalnorth.replay.Failure;
import eu.digitalnorth.replay.ReplayException;
import eu.digitalnorth.replay.bundle.Bundle;
import eu.digitalnorth.replay.bundle.RecordStream;
import eu.digitalnorth.replay.bundle.RecordedRecord;
import eu.digitalnorth.replay.capture.RecordFilter;
import eu.digitalnorth.replay.decode.Decoder;
import eu.digitalnorth.replay.inspect.Timeline;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        SummaryLines.write(bundle, output);
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
}
