package eu.digitalnorth.replay.command;

import eu.digitalnorth.replay.Failure;
import eu.digitalnorth.replay.ReplayException;
import eu.digitalnorth.replay.bundle.Bundle;
import eu.digitalnorth.replay.compare.CompareRule;
import eu.digitalnorth.replay.compare.CompareSettings;
import eu.digitalnorth.replay.compare.Comparison;
import eu.digitalnorth.replay.compare.Normaliser;
import eu.digitalnorth.replay.compare.RulesFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code exchange replay compare}. */
@Command(
    name = "compare",
    description = {
      "Compares two recordings, key by key: what is missing, extra, reordered, and which fields"
          + " have changed. Exit code 1 if anything has.",
      "Compared is each record as \"exchange replay inspect --records\" shows it, but for its"
          + " offset. Timestamps, traces and what a replay adds are not compared, unless --strict."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "%nKinds: ignore, id (any UUID), time (any time), signature (any), digest (its SHA-256),"
          + " presence (anything).",
      "%nExamples:",
      "  exchange replay compare morning.zip replayed.zip",
      "  exchange replay compare morning.zip replayed.zip --ignore '$.value.issuedAt'"
          + " --as '$.headers.ce_id=id'",
      "  exchange replay compare morning.zip replayed.zip --rules rules.json --junit report.xml"
          + " --html report.html"
    })
final class CompareCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "EXPECTED", description = "The recording that is right.")
  private Path expected;

  @Parameters(index = "1", paramLabel = "ACTUAL", description = "The recording in question.")
  private Path actual;

  @Option(
      names = "--topic",
      paramLabel = "NAME",
      split = ",",
      description = "Only this topic, by its recorded name; may be repeated.")
  private List<String> topics = new ArrayList<>();

  @Option(
      names = "--ignore",
      paramLabel = "JSONPATH",
      description = "Fields that are not compared; may be repeated.")
  private List<String> ignored = new ArrayList<>();

  @Option(
      names = "--as",
      paramLabel = "JSONPATH=KIND",
      description = "Fields of which only something is compared; may be repeated.")
  private Map<String, String> normalised = new LinkedHashMap<>();

  @Option(names = "--rules", paramLabel = "FILE", description = "The same from a file, as JSON.")
  private @Nullable Path rules;

  @Option(names = "--strict", description = "Compare timestamps, traces and replay's headers, too.")
  private boolean strict;

  @Option(
      names = "--prefix",
      paramLabel = "TEXT",
      defaultValue = "replay.",
      description = "What a replay has put in front of topics (default: ${DEFAULT-VALUE}).")
  private String prefix;

  @Option(
      names = "--rename",
      paramLabel = "OLD=NEW",
      description = "What a replay has renamed a topic to; may be repeated.")
  private Map<String, String> renames = new LinkedHashMap<>();

  @Mixin private ReportOptions reports;

  @Override
  public Integer call() {
    Output output = Output.of(spec);
    CompareSettings settings = new CompareSettings(rules(), new HashSet<>(topics), prefix, renames);
    try (Bundle one = Bundle.openVerified(expected);
        Bundle other = Bundle.openVerified(actual)) {
      Comparison comparison = Comparison.of(one, other, settings);
      reports.writeFiles(comparison);
      return reports.show(comparison, output);
    }
  }

  private List<CompareRule> rules() {
    List<CompareRule> all = new ArrayList<>();
    if (!strict) {
      all.addAll(CompareRule.DEFAULTS);
    }
    if (rules != null) {
      all.addAll(RulesFile.read(rules));
    }
    ignored.forEach(path -> all.add(CompareRule.ignore(path)));
    normalised.forEach((path, kind) -> all.add(new CompareRule(null, path, kind(kind))));
    return all;
  }

  private static Normaliser kind(String name) {
    return Normaliser.find(name)
        .orElseThrow(
            () ->
                new ReplayException(
                    Failure.USAGE, "--as knows no kind \"%s\"; see --help.".formatted(name)));
  }
}
