package eu.digitalnorth.replay.command;

import eu.digitalnorth.replay.bundle.Bundle;
import eu.digitalnorth.replay.bundle.RecordedPartition;
import eu.digitalnorth.replay.capture.Position;
import eu.digitalnorth.replay.capture.RecordFilter;
import eu.digitalnorth.replay.fault.FaultPlan;
import eu.digitalnorth.replay.fault.FaultPlanFile;
import eu.digitalnorth.replay.fault.FaultReport;
import eu.digitalnorth.replay.run.Consent;
import eu.digitalnorth.replay.run.HeaderPolicy;
import eu.digitalnorth.replay.run.LiveTopics;
import eu.digitalnorth.replay.run.Pace;
import eu.digitalnorth.replay.run.RecordForm;
import eu.digitalnorth.replay.run.Run;
import eu.digitalnorth.replay.run.RunPlan;
import eu.digitalnorth.replay.run.RunReport;
import eu.digitalnorth.replay.run.RunSelection;
import eu.digitalnorth.replay.run.RunSettings;
import eu.digitalnorth.replay.run.SubjectSchema;
import eu.digitalnorth.replay.run.TargetTopic;
import eu.digitalnorth.replay.run.TopicMapping;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code exchange replay run}. */
@Command(
    name = "run",
    description = {
      "Writes the records of a recording to topics, in the same cluster or another: to topics under"
          + " replay. unless told otherwise, which are created. Schemas are registered in the"
          + " target's registry and their ids in the records replaced; signatures still verify.",
      "Refuses an altered recording, and topics that services read for real unless told twice."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "%nExamples:",
      "  exchange replay run morning.zip --dry-run",
      "  exchange replay run morning.zip --pace 10x",
      "  exchange replay run morning.zip --faults plan.json --faults-report faults.jsonl",
      "  exchange replay run morning.zip --topic ee.evidence.request.v1 --from 5m --limit 100",
      "  exchange replay run morning.zip --connection other.properties --prefix replay.second."
    })
final class RunCommand implements Callable<Integer> {
  /** As shells have it for Ctrl-C. */
  private static final int BROKEN_OFF = 130;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "BUNDLE", description = "Folder or zip.")
  private Path path;

  @Option(
      names = "--topic",
      paramLabel = "NAME",
      split = ",",
      description = "Only what was recorded of this topic; may be repeated.")
  private List<String> topics = new ArrayList<>();

  @Mixin private FilterOptions filters;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description = "Begin in the middle: at a timestamp, or so long after the first record: 5m.")
  private @Nullable String from;

  @Option(names = "--limit", paramLabel = "N", description = "Stop after so many records.")
  private @Nullable Long limit;

  @Option(
      names = "--prefix",
      paramLabel = "TEXT",
      defaultValue = "replay.",
      description = "In front of each topic's name (default: ${DEFAULT-VALUE}).")
  private String prefix;

  @Option(
      names = "--rename",
      paramLabel = "OLD=NEW",
      description = "Another name for a topic, without the prefix; may be repeated.")
  private Map<String, String> renames = new LinkedHashMap<>();

  @Option(
      names = "--pace",
      paramLabel = "PACE",
      defaultValue = "recorded",
      description =
          "recorded: at the recorded intervals; 10x: ten times as fast; fast: as fast as possible"
              + " (default: ${DEFAULT-VALUE}).")
  private String pace;

  @Option(
      names = "--partitions",
      paramLabel = "recorded|by-key",
      defaultValue = "recorded",
      description = "Each record in its partition, or in that of its key (default: recorded).")
  private String partitions;

  @Option(
      names = "--timestamps",
      paramLabel = "recorded|now",
      defaultValue = "recorded",
      description = "Each record's own timestamp, or the time of writing (default: recorded).")
  private String timestamps;

  @Option(
      names = "--headers",
      paramLabel = "replayed|as-recorded",
      defaultValue = "replayed",
      description =
          "replayed: without those of replies and dead letters, the trace as a link, marked with"
              + " the run and the origin; as-recorded: byte for byte (default: replayed).")
  private String headers;

  @Option(
      names = "--faults",
      paramLabel = "FILE",
      description = "A plan of what goes wrong on purpose; see docs/replay.md.")
  private @Nullable Path faults;

  @Option(
      names = "--faults-report",
      paramLabel = "FILE",
      description = "Where to tell what went wrong with which record, and what became of it.")
  private @Nullable Path faultsReport;

  @Option(names = "--dry-run", description = "Tell what would be done, and do nothing.")
  private boolean dryRun;

  @Option(names = "--live", description = "Also to topics that services read for real.")
  private boolean live;

  @Option(names = "--confirm-live", description = "The same again: --live alone is not enough.")
  private boolean confirmLive;

  @Option(
      names = "--redacted",
      description = "Replay a redacted recording: the target verifies no signatures.")
  private boolean redacted;

  @Mixin private ConnectionOptions connection;

  @Override
  public Integer call() {
    if (faultsReport != null && faults == null) {
      throw new ParameterException(spec.commandLine(), "--faults-report tells of --faults.");
    }
    Output output = Output.of(spec);
    try (Bundle bundle = Bundle.openVerified(path)) {
      Run run = new Run(bundle, connection.connect("replay"), settings(bundle));
      RunPlan plan = run.plan();
      if (dryRun) {
        tell(plan, bundle, output);
        return 0;
      }
      return execute(run, plan, output);
    }
  }

  private Integer execute(Run run, RunPlan plan, Output output) {
    try (StopOnSignal stop = StopOnSignal.install();
        FaultReport injected = FaultReport.to(faultsReport);
        Meter meter = output.meter()) {
      RunReport report = run.execute(plan, injected, meter, stop);
      meter.close();
      output.say(
          "%s %s to %s in %.1f s%s.",
          report.finished() ? "Wrote" : "Broken off; wrote",
          Output.count(report.records(), "record"),
          Output.count(plan.topics().size(), "topic"),
          meter.seconds(),
          form().headers() == HeaderPolicy.REPLAYED
              ? ", with the header %s=%s".formatted(HeaderPolicy.RUN, report.run())
              : "");
      report.faults().entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(
              e ->
                  output.say(
                      "Fault      %s: %s", e.getKey(), Output.count(e.getValue(), "record")));
      if (report.finished() && report.records() == 0 && faults == null) {
        output.warn("No record of the recording fits.");
      }
      return report.finished() ? 0 : BROKEN_OFF;
    }
  }

  private void tell(RunPlan plan, Bundle bundle, Output output) {
    boolean some = filters.isAny() || from != null || limit != null;
    for (TargetTopic topic : plan.topics()) {
      output.say(
          "%-7s %s (%s): %s%s of %s%s",
          topic.exists() ? "write" : "create",
          topic.name(),
          Output.count(topic.partitions(), "partition"),
          some ? "some of " : "",
          Output.count(topic.records(), "record"),
          topic.source(),
          topic.isLive() ? "; LIVE, refused unless told twice" : "");
    }
    for (SubjectSchema schema : plan.schemas()) {
      output.say("schema  %s under %s", schema.name(), schema.subject());
    }
    if (bundle.manifest().redactionPolicy() != null && !redacted) {
      output.say("The recording is redacted, refused without --redacted.");
    }
    output.say("Nothing was done.");
  }

  private RunSettings settings(Bundle bundle) {
    try {
      return new RunSettings(
          new RunSelection(
              new HashSet<>(topics),
              new RecordFilter(filters.keys, filters.types, filters.exchanges, filters.headers),
              from(bundle),
              limit),
          new TopicMapping(prefix, renames),
          Pace.parse(pace),
          form(),
          new Consent(LiveTopics.of(live, confirmLive), redacted),
          faults == null ? FaultPlan.NONE : FaultPlanFile.read(faults));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), Objects.toString(e.getMessage()));
    }
  }

  private RecordForm form() {
    return new RecordForm(
        choice("--headers", headers, "replayed", "as-recorded")
            ? HeaderPolicy.REPLAYED
            : HeaderPolicy.AS_RECORDED,
        choice("--partitions", partitions, "recorded", "by-key"),
        choice("--timestamps", timestamps, "recorded", "now"));
  }

  private static boolean choice(String option, String value, String first, String second) {
    if (!value.equals(first) && !value.equals(second)) {
      throw new IllegalArgumentException(
          "%s takes %s or %s, not %s".formatted(option, first, second, value));
    }
    return value.equals(first);
  }

  private long from(Bundle bundle) {
    if (from == null) {
      return Long.MIN_VALUE;
    }
    Instant first =
        bundle.manifest().partitions().stream()
            .map(RecordedPartition::file)
            .filter(Objects::nonNull)
            .map(file -> Instant.ofEpochMilli(file.firstTimestamp()))
            .min(Instant::compareTo)
            .orElse(Instant.EPOCH);
    return from.indexOf('-') > 0
        ? Position.timestamp(from).toEpochMilli()
        : first.plus(Position.duration(from)).toEpochMilli();
  }
}
