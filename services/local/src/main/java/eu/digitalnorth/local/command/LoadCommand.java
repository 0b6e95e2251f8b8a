package eu.digitalnorth.local.command;

import eu.digitalnorth.local.demo.LoadReport;
import eu.digitalnorth.local.demo.SteadyLoad;
import eu.digitalnorth.local.installation.RunningInstallation;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code exchange load}. */
@Command(
    name = "load",
    description =
        "Starts exchanges at even intervals on the installation that is up, and then tells what"
            + " became of each, and whether the two countries' ledgers agree. Exit code 0 if every"
            + " exchange was answered or refused for expiry, nothing is there twice, and the"
            + " ledgers agree.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    versionProvider = Version.class)
final class LoadCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--per-second",
      paramLabel = "N",
      defaultValue = "5",
      description = "Exchanges started in each second (default: ${DEFAULT-VALUE}).")
  private int perSecond;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "60",
      description = "How long exchanges are started (default: ${DEFAULT-VALUE}).")
  private int seconds;

  @Option(
      names = "--lifetime",
      paramLabel = "SECONDS",
      defaultValue = "300",
      description = "After which an exchange expires (default: ${DEFAULT-VALUE}).")
  private int lifetime;

  @Mixin private DataOption data;

  @Override
  public Integer call() {
    Console console = Consoles.of(spec);
    LoadReport report =
        new SteadyLoad(RunningInstallation.required(data.path()).endpoints(), console)
            .run(
                new SteadyLoad.Settings(
                    perSecond, Duration.ofSeconds(seconds), Duration.ofSeconds(lifetime)));
    console.say(report.toString());
    return report.isGood() ? 0 : 1;
  }
}
