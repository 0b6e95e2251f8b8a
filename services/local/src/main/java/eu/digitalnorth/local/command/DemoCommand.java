package eu.digitalnorth.local.command;

import eu.digitalnorth.local.demo.Demonstration;
import eu.digitalnorth.local.demo.Ledgers;
import eu.digitalnorth.local.demo.Recording;
import eu.digitalnorth.local.demo.Scenario;
import eu.digitalnorth.local.demo.ScenarioResult;
import eu.digitalnorth.local.installation.Endpoints;
import eu.digitalnorth.local.installation.Installation;
import eu.digitalnorth.local.installation.InstallationException;
import eu.digitalnorth.local.installation.InstallationSettings;
import eu.digitalnorth.local.installation.InstallationStatus;
import eu.digitalnorth.local.installation.RunningInstallation;
import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.servers.Lifetime;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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
    footer = {
      "%nExamples:",
      "  exchange demo",
      "  exchange demo --scenario study --pause 5",
      "  exchange demo --record demo.zip"
    },
    versionProvider = Version.class)
final class DemoCommand implements Callable<Integer> {
  private static final long MEGABYTE = 1024 * 1024;

  /** As the registers have it, with as few companies. */
  private static final int FEWEST_PEOPLE = 100;

  private static final int FEWEST_COMPANIES = 3;

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

  @Option(
      names = "--record",
      paramLabel = "FILE",
      description =
          "Play on an installation that is made for this and thrown away, and record all its"
              + " topics, with its private keys: for \"exchange replay against\".")
  private @Nullable Path record;

  @Option(
      names = "--people",
      paramLabel = "N",
      description =
          "With --record: synthetic people in each country's register, at least 100 (default:"
              + " 1000). With few, and three companies, the recording is small.")
  private @Nullable Integer people;

  @Mixin private InstallationOptions options;

  @Override
  public Integer call() throws InterruptedException {
    Console console = Consoles.of(spec);
    if (people != null && (record == null || people < FEWEST_PEOPLE)) {
      throw new ParameterException(
          spec.commandLine(),
          "--people goes with --record, and takes a number from %d.".formatted(FEWEST_PEOPLE));
    }
    Outcome outcome = record == null ? onUsual(console) : onRecorded(record, console);
    console.say(ClosingTable.summary(outcome.results));
    return outcome.isGood() ? 0 : 1;
  }

  private Outcome onUsual(Console console) {
    Path data = options.data.path();
    return RunningInstallation.find(data)
        .map(running -> onRunning(running, console))
        .orElseGet(() -> onOwn(options.settings(Lifetime.MINUTES, data), console, endpoints -> {}));
  }

  /** Its keys go into the recording: nobody else may ever have them. */
  private Outcome onRecorded(Path file, Console console) {
    Recording recording = new Recording(file);
    try (ThrowawayFolder folder = ThrowawayFolder.create()) {
      return onOwn(
          settings(folder.path()), console, endpoints -> console.say(recording.take(endpoints)));
    }
  }

  private InstallationSettings settings(Path data) {
    InstallationSettings usual = options.settings(Lifetime.MINUTES, data);
    return people == null
        ? usual
        : usual.with(
            Service.REGISTRY,
            Map.of(
                "exchange.registry.people", people.toString(),
                "exchange.registry.companies", Integer.toString(FEWEST_COMPANIES)));
  }

  private Outcome onRunning(RunningInstallation running, Console console) {
    if (running.inContainers()) {
      console.report("Using the containers; they stay up");
    } else {
      console.report(
          "Using the installation that runs as process %d; it stays up".formatted(running.pid()));
    }
    return play(running.endpoints(), options.data.path(), console, () -> false);
  }

  private Outcome onOwn(
      InstallationSettings settings, Console console, Consumer<Endpoints> afterwards) {
    Installation installation = new Installation(settings, console);
    try (StopOnExit stop = StopOnExit.of(installation, console)) {
      installation.start();
      Outcome outcome =
          play(
              installation.endpoints(),
              settings.data(),
              console,
              () -> stop.begun().getCount() == 0);
      afterwards.accept(installation.endpoints());
      installation.failure().ifPresent(console::say);
      return outcome;
    }
  }

  private Outcome play(Endpoints endpoints, Path data, Console console, BooleanSupplier brokenOff) {
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
      figures(screen, data, console);
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

  private void figures(Screen screen, Path data, Console console) {
    screen
        .firstCompleted()
        .ifPresent(
            seconds ->
                console.say(
                    String.format(
                        Locale.ROOT,
                        "First completed exchange: %.1f s after the command",
                        seconds)));
    InstallationStatus status = InstallationStatus.of(data);
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
