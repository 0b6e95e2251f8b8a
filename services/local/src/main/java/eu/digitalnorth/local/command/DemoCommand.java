package eu.digitalnorth.local.command;

import eu.digitalnorth.local.demo.Demonstration;
import eu.digitalnorth.local.demo.Ledgers;
import eu.digitalnorth.local.demo.Scenario;
import eu.digitalnorth.local.demo.ScenarioResult;
import eu.digitalnorth.local.installation.Endpoints;
import eu.digitalnorth.local.installation.Installation;
import eu.digitalnorth.local.installation.InstallationException;
import eu.digitalnorth.local.installation.InstallationStatus;
import eu.digitalnorth.local.installation.RunningInstallation;
import eu.digitalnorth.servers.Lifetime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code exchange demo}. */
@Command(
    name = "demo",
    description =
        "Plays the scenarios and shows every message as it goes over the wire. Uses the"
            + " installation that runs on the data folder, or starts one and stops it again. Exit"
            + " code 0 if every scenario ends as it should and all ledgers verify.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    versionProvider = Version.class)
final class DemoCommand implements Callable<Integer> {
  private static final long MEGABYTE = 1024 * 1024;

  @Spec private CommandSpec spec;

  @Option(
      names = "--scenario",
      paramLabel = "ID",
      description = "Play only this one; may be repeated (study, branch, move, tender, ...).")
  private List<String> wanted = new ArrayList<>();

  @Option(
      names = "--pause",
      paramLabel = "SECONDS",
      defaultValue = "0",
      description = "Wait between scenarios, for an audience (default: ${DEFAULT-VALUE}).")
  private int pause;

  @Mixin private InstallationOptions options;

  @Override
  public Integer call() throws InterruptedException {
    Console console = Consoles.of(spec);
    Outcome outcome =
        RunningInstallation.find(options.data.path())
            .map(running -> onRunning(running, console))
            .orElseGet(() -> onOwn(console));
    console.say(ClosingTable.summary(outcome.results));
    return outcome.isGood() ? 0 : 1;
  }

  private Outcome onRunning(RunningInstallation running, Console console) {
    if (running.inContainers()) {
      console.report("Using the containers; they stay up");
    } else {
      console.report(
          "Using the installation that runs as process %d; it stays up".formatted(running.pid()));
    }
    return play(running.endpoints(), console, () -> false);
  }

  private Outcome onOwn(Console console) {
    Installation installation = new Installation(options.settings(Lifetime.MINUTES), console);
    try (StopOnExit stop = StopOnExit.of(installation, console)) {
      installation.start();
      Outcome outcome = play(installation.endpoints(), console, () -> stop.begun().getCount() == 0);
      installation.failure().ifPresent(console::say);
      return outcome;
    }
  }

  private Outcome play(Endpoints endpoints, Console console, BooleanSupplier brokenOff) {
    Screen screen = new Screen(console, brokenOff);
    List<ScenarioResult> results = new ArrayList<>();
    try (Demonstration demonstration = Demonstration.on(endpoints, screen)) {
      for (Scenario scenario : chosen(demonstration.scenarios())) {
        if (!results.isEmpty()) {
          TimeUnit.SECONDS.sleep(pause);
        }
        results.add(demonstration.run(scenario));
        if (brokenOff.getAsBoolean()) {
          throw new InstallationException("The demonstration was broken off.");
        }
      }
      Ledgers ledgers = demonstration.ledgers();
      console.say("");
      ClosingTable.lines(results).forEach(console::say);
      console.say("");
      console.say("Ledgers: " + ledgers);
      figures(screen, console);
      return new Outcome(results, ledgers);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InstallationException("The demonstration was broken off.", e);
    }
  }

  private List<Scenario> chosen(List<Scenario> all) {
    List<Scenario> chosen =
        all.stream().filter(one -> wanted.isEmpty() || wanted.contains(one.id())).toList();
    if (chosen.size() < wanted.size()) {
      throw new InstallationException(
          "There is no such scenario; there are: "
              + all.stream().map(Scenario::id).collect(Collectors.joining(", ")));
    }
    return chosen;
  }

  private void figures(Screen screen, Console console) {
    screen
        .firstCompleted()
        .ifPresent(
            seconds ->
                console.say(
                    String.format(
                        Locale.ROOT,
                        "First completed exchange: %.1f s after the command",
                        seconds)));
    InstallationStatus status = InstallationStatus.of(options.data.path());
    if (status.parts().isEmpty()) {
      return; // containers tell nobody but their engine
    }
    long memory = status.parts().stream().mapToLong(part -> part.memory().orElse(0)).sum();
    console.say(
        "Memory: %d MB in %d processes".formatted(memory / MEGABYTE, status.parts().size()));
  }

  private record Outcome(List<ScenarioResult> results, Ledgers ledgers) {
    boolean isGood() {
      return ledgers.areIntact() && results.stream().allMatch(ScenarioResult::asExpected);
    }
  }
}
