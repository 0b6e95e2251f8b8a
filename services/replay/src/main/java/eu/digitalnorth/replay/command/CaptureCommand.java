package eu.digitalnorth.replay.command;

import eu.digitalnorth.replay.bundle.Bundle;
import eu.digitalnorth.replay.bundle.Manifest;
import eu.digitalnorth.replay.bundle.RecordedPartition;
import eu.digitalnorth.replay.bundle.Selection;
import eu.digitalnorth.replay.capture.Capture;
import eu.digitalnorth.replay.capture.Limits;
import eu.digitalnorth.replay.capture.Position;
import eu.digitalnorth.replay.redact.RedactionPolicy;
import eu.digitalnorth.replay.redact.Redactor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code exchange replay capture}. */
@Command(
    name = "capture",
    description = {
      "Records topics into a bundle, with the schemas that their records follow. Reads as the"
          + " broker's tester, as a member of no group: nobody is disturbed.",
      "A recording that is broken off (Ctrl-C, a kill, a full disk) goes on with --resume."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "%nA POSITION is beginning, end, an offset, a timestamp as 2026-11-22T10:00:00Z, or how long"
          + " ago: 15m, 2h, 1d.",
      "%nExamples:",
      "  exchange replay capture morning.zip",
      "  exchange replay capture one.zip --exchange 1b4e28ba-2fa1-4d2e-883f-0016d3cca427",
      "  exchange replay capture evidence.zip --topics 'ee[.]evidence[.].*' --from 2h",
      "  exchange replay capture replayed.zip --topics 'replay[.].*'",
      "  exchange replay capture live.zip --topic ee.evidence.request.v1 --live --for 10m",
      "  exchange replay capture --resume morning.zip"
    })
final class CaptureCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "BUNDLE", description = "Folder, or a file that ends with .zip.")
  private Path bundle;

  @Option(
      names = "--topic",
      paramLabel = "NAME",
      split = ",",
      description =
          "A topic; may be repeated (default: every topic that may be read, but for those under"
              + " replay.).")
  private List<String> topics = new ArrayList<>();

  @Option(
      names = "--topics",
      paramLabel = "REGEX",
      description = "Every topic whose whole name matches.")
  private @Nullable String pattern;

  @Option(
      names = "--from",
      paramLabel = "POSITION",
      description = "Where to begin (default: beginning; with --live: end).")
  private @Nullable String from;

  @Option(names = "--to", paramLabel = "POSITION", description = "Where to end (default: end).")
  private @Nullable String to;

  @Option(names = "--live", description = "Record what comes, until Ctrl-C, --for or --limit.")
  private boolean live;

  @Option(names = "--for", paramLabel = "DURATION", description = "Stop after this time: 10m.")
  private @Nullable String duration;

  @Option(names = "--limit", paramLabel = "N", description = "Stop after so many records.")
  private @Nullable Long limit;

  @Mixin private FilterOptions filters;

  @Option(
      names = "--uncommitted",
      description = "Also records of transactions that are not committed, or were aborted.")
  private boolean uncommitted;

  @Option(
      names = "--redact",
      paramLabel = "POLICY",
      description = "Replace what this file names by pseudonyms; see docs/replay.md.")
  private @Nullable Path policy;

  @Option(
      names = "--redaction-key",
      paramLabel = "FILE",
      description = "Key of the pseudonyms; made if the file is not there.")
  private @Nullable Path redactionKey;

  @Option(names = "--resume", description = "Go on with the BUNDLE that was broken off.")
  private boolean resume;

  @Mixin private ConnectionOptions connection;

  @Override
  public Integer call() {
    Output output = Output.of(spec);
    Target target = new Target(bundle);
    Selection selection = selection();
    try (StopOnSignal stop = StopOnSignal.install();
        Meter meter = output.meter()) {
      Limits limits = new Limits(limit, duration(), stop);
      Manifest manifest = record(target, selection, limits, meter);
      meter.close();
      return tell(manifest, target, meter.seconds(), output);
    }
  }

  private Manifest record(Target target, Selection selection, Limits limits, Meter meter) {
    if (resume && Files.exists(target.folder().resolve("manifest.json"))) {
      try (Bundle finished = Bundle.open(target.folder())) {
        return finished.manifest(); // only the packing was broken off
      }
    }
    Capture capture =
        new Capture(
            connection.connect("tester"),
            Clock.systemUTC(),
            meter,
            redactor(),
            connection.anchors());
    if (resume) {
      target.refuseIfWhole();
      return capture.resume(target.folder(), limits);
    }
    target.refuseIfPresent();
    return capture.record(target.folder(), selection, limits);
  }

  private @Nullable Redactor redactor() {
    if (policy == null && redactionKey == null) {
      return null;
    }
    if (policy == null || redactionKey == null) {
      throw wrong("--redact and --redaction-key go together.");
    }
    return Redactor.with(RedactionPolicy.read(policy), redactionKey);
  }

  private Integer tell(Manifest manifest, Target target, double seconds, Output output) {
    if (manifest.finishedAt() == null) {
      output.warn("Broken off. To go on: exchange replay capture --resume %s", bundle);
      return BROKEN_OFF;
    }
    target.pack();
    output.say(
        "Recorded %s of %s, with %s, in %.1f s: %s (%s)",
        Output.count(manifest.records(), "record"),
        Output.count(
            manifest.partitions().stream()
                .filter(partition -> partition.file() != null)
                .map(RecordedPartition::topic)
                .distinct()
                .count(),
            "topic"),
        Output.count(manifest.schemas().size(), "schema"),
        seconds,
        bundle,
        Output.size(target.size()));
    return 0;
  }

  /** As shells have it for Ctrl-C. */
  private static final int BROKEN_OFF = 130;

  private Selection selection() {
    if (live && to != null) {
      throw wrong("--live has no end: leave out --to, or --live.");
    }
    if (!live && duration != null) {
      throw wrong("--for is for --live; what is there is recorded to its end.");
    }
    return new Selection(
        topics,
        pattern,
        from == null ? (live ? "end" : "beginning") : from,
        live ? null : to == null ? "end" : to,
        filters.keys,
        filters.headers,
        filters.types,
        filters.exchanges,
        uncommitted ? "read_uncommitted" : Selection.READ_COMMITTED);
  }

  private @Nullable Duration duration() {
    try {
      return duration == null ? null : Position.duration(duration);
    } catch (IllegalArgumentException e) {
      throw wrong("--for " + e.getMessage());
    }
  }

  private ParameterException wrong(String why) {
    return new ParameterException(spec.commandLine(), why);
  }
}
