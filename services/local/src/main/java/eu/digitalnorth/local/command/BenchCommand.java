package eu.digitalnorth.local.command;

import eu.digitalnorth.local.bench.BenchReport;
import eu.digitalnorth.local.bench.BenchSettings;
import eu.digitalnorth.local.bench.Benchmark;
import eu.digitalnorth.local.installation.Endpoints;
import eu.digitalnorth.local.installation.Installation;
import eu.digitalnorth.local.installation.RunningInstallation;
import eu.digitalnorth.servers.Lifetime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code exchange bench}. */
@Command(
    name = "bench",
    description = {
      "Measures evidence exchanges (request to response, attested beforehand) through the running"
          + " services, and request and reply of the same record sizes over the same broker with"
          + " plain clients.",
      "Uses the installation that is up, or starts one and stops it afterwards."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {
      "%nExamples:",
      "  exchange bench",
      "  exchange bench --concurrency 1,64 --seconds 20 --json bench.json"
    })
final class BenchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private InstallationOptions options;

  @Option(
      names = "--concurrency",
      paramLabel = "N",
      split = ",",
      defaultValue = "1,16,128",
      description = "Exchanges on their way at any time (default: ${DEFAULT-VALUE}).")
  private List<Integer> concurrencies;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "10",
      description = "How long each run is measured (default: ${DEFAULT-VALUE}).")
  private int seconds;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      defaultValue = "5",
      description = "Seconds before each run that are not measured (default: ${DEFAULT-VALUE}).")
  private int warmUp;

  @Option(names = "--json", paramLabel = "FILE", description = "Also writes the figures to a file.")
  private @Nullable Path json;

  @Override
  public Integer call() {
    BenchSettings settings =
        new BenchSettings(concurrencies, Duration.ofSeconds(warmUp), Duration.ofSeconds(seconds));
    Console console = Consoles.of(spec);
    Optional<RunningInstallation> running = RunningInstallation.find(options.data.path());
    if (running.isPresent()) {
      measure(running.get().endpoints(), settings, console);
      return 0;
    }
    Installation installation = new Installation(options.settings(Lifetime.LONG), console);
    try (StopOnExit stop = StopOnExit.of(installation, console)) {
      installation.start();
      measure(installation.endpoints(), settings, console);
    }
    return 0;
  }

  private void measure(Endpoints endpoints, BenchSettings settings, Console console) {
    BenchReport report = Benchmark.on(endpoints, console).run(settings);
    report.lines().forEach(console::say);
    if (json != null) {
      report.writeTo(json);
      console.say("Written to " + json);
    }
  }
}
