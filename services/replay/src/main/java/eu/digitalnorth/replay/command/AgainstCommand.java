package eu.digitalnorth.replay.command;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.replay.Failure;
import eu.digitalnorth.replay.ReplayException;
import eu.digitalnorth.replay.Watcher;
import eu.digitalnorth.replay.bundle.Bundle;
import eu.digitalnorth.replay.compare.CompareRule;
import eu.digitalnorth.replay.compare.Comparison;
import eu.digitalnorth.replay.compare.RulesFile;
import eu.digitalnorth.replay.sandbox.EmbeddedServers;
import eu.digitalnorth.replay.sandbox.Replayed;
import eu.digitalnorth.replay.sandbox.Sandbox;
import eu.digitalnorth.replay.sandbox.SandboxKeys;
import eu.digitalnorth.replay.sandbox.SandboxSettings;
import eu.digitalnorth.replay.sandbox.ServiceProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code exchange replay against}. */
@Command(
    name = "against",
    description = {
      "Runs one service, as it was built or changed, against a recording: on empty servers of its"
          + " own, each request with the time and the state that its decision was made with. What"
          + " it says is compared with what was recorded. Exit code 1 if anything differs.",
      "Times, ids, outcomes and whatever is not encrypted come out the same, and are compared; of"
          + " what is encrypted for the requester, that it is there."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "%nExamples:",
      "  exchange demo --record demo.zip",
      "  exchange replay against demo.zip --service evidence --country ee",
      "  exchange replay against demo.zip --service evidence --country ee --jar changed.jar"
          + " --html report.html",
      "  exchange replay against morning.zip --service evidence --country no"
          + " --keys .exchange/keys"
    })
final class AgainstCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "BUNDLE", description = "Folder or zip.")
  private Path bundle;

  @Option(
      names = "--service",
      required = true,
      paramLabel = "NAME",
      description = "The service: evidence.")
  private String service;

  @Option(
      names = "--country",
      required = true,
      paramLabel = "CODE",
      description = "In whose name it answers: ee.")
  private String country;

  @Option(
      names = "--jar",
      paramLabel = "FILE",
      description =
          "A changed jar, of the service or of a library of ours, in the place of what was built;"
              + " may be repeated.")
  private List<Path> jars = new ArrayList<>();

  @Option(
      names = "--keys",
      paramLabel = "FOLDER",
      description =
          "Private keys of the installation that was recorded, if the recording has none.")
  private @Nullable Path keys;

  @Option(
      names = "--without-keys",
      description = "Run it with new keys: it can open nothing that was encrypted for it.")
  private boolean withoutKeys;

  @Option(
      names = "--redacted",
      description = "Use a redacted recording: the service verifies no signatures.")
  private boolean redacted;

  @Option(
      names = "--exchange",
      paramLabel = "ID",
      split = ",",
      description = "Compare only this exchange; may be repeated. All requests are replayed.")
  private List<String> exchanges = new ArrayList<>();

  @Option(
      names = "--ignore",
      paramLabel = "JSONPATH",
      description = "Fields that are not compared; may be repeated.")
  private List<String> ignored = new ArrayList<>();

  @Option(
      names = "--rules",
      paramLabel = "FILE",
      description =
          "Rules of what is not compared as it is, as \"exchange replay compare\" has them.")
  private @Nullable Path rules;

  @Option(
      names = "--save",
      paramLabel = "FILE",
      description = "Also writes what the service said as a recording, a zip.")
  private @Nullable Path save;

  @Mixin private ReportOptions reports;

  @Override
  public Integer call() {
    Output output = Output.of(spec);
    refuseExisting(save);
    ServiceProgram program = program();
    SandboxSettings settings = settings();
    try (Bundle recorded = Bundle.openVerified(bundle)) {
      Replayed replayed = replay(recorded, program, settings, output);
      replayed.notes().forEach(note -> output.warn("%s", note));
      return tell(replayed, output);
    }
  }

  private Replayed replay(
      Bundle recorded, ServiceProgram program, SandboxSettings settings, Output output) {
    try (Meter meter = output.meter()) {
      Watcher watcher = meter;
      Sandbox sandbox =
          new Sandbox(
              () -> EmbeddedServers.start(line -> output.warn("%s", line)),
              line -> output.warn("%s", line),
              watcher);
      return sandbox.replay(recorded, program, settings);
    }
  }

  private Integer tell(Replayed replayed, Output output) {
    Comparison comparison = replayed.comparison();
    reports.writeFiles(comparison);
    output.say(
        "%s replayed against %s of %s.%n",
        Output.count(replayed.requests(), "request"), service, country);
    return reports.show(comparison, output);
  }

  private ServiceProgram program() {
    Service known =
        Arrays.stream(Service.values())
            .filter(one -> one.id().equals(service) && Sandbox.SERVICES.contains(one))
            .findFirst()
            .orElseThrow(
                () ->
                    wrong(
                        "--service takes: "
                            + Sandbox.SERVICES.stream()
                                .map(Service::id)
                                .sorted()
                                .collect(Collectors.joining(", "))));
    ServiceProgram program =
        ServiceProgram.built(Path.of(System.getProperty("exchange.home", "")), known);
    for (Path jar : jars) {
      program = program.with(jar);
    }
    return program;
  }

  private SandboxSettings settings() {
    if (keys != null && withoutKeys) {
      throw wrong("--keys and --without-keys exclude each other.");
    }
    List<CompareRule> all = new ArrayList<>();
    if (rules != null) {
      all.addAll(RulesFile.read(rules));
    }
    ignored.forEach(path -> all.add(CompareRule.ignore(path)));
    return new SandboxSettings(code(), chosenKeys(), all, new HashSet<>(exchanges), redacted, save);
  }

  private CountryCode code() {
    try {
      return CountryCode.of(country.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw wrong("--country takes two letters: ee");
    }
  }

  private SandboxKeys chosenKeys() {
    if (withoutKeys) {
      return new SandboxKeys.None();
    }
    return keys == null ? new SandboxKeys.OfRecording() : new SandboxKeys.OfInstallation(keys);
  }

  private ParameterException wrong(String why) {
    return new ParameterException(spec.commandLine(), why);
  }

  private static void refuseExisting(@Nullable Path file) {
    if (file != null && Files.exists(file)) {
      throw new ReplayException(Failure.STORAGE, file + " exists already.");
    }
  }
}
