package eu.digitalnorth.local.command;

import eu.digitalnorth.local.installation.DataFolder;
import eu.digitalnorth.local.installation.InstallationStatus;
import eu.digitalnorth.local.installation.InstallationStatus.Part;
import eu.digitalnorth.local.installation.RunningInstallation;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code exchange status}. */
@Command(
    name = "status",
    description =
        "Shows what runs: processes, addresses, memory, readiness. Exit code 0 if an installation"
            + " runs, 3 if none does.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    versionProvider = Version.class)
final class StatusCommand implements Callable<Integer> {
  private static final int NOTHING_RUNS = 3;
  private static final long MEGABYTE = 1024 * 1024;
  private static final String LINE = "  %-16s %8s  %-9s %8s  %s";

  @Spec private CommandSpec spec;
  @Mixin private DataOption data;

  @Override
  public Integer call() {
    Console console = Consoles.of(spec);
    Path path = data.path();
    DataFolder folder = new DataFolder(path);
    if (!folder.exists()) {
      console.say("Nothing runs, and there are no data at " + path + ".");
      return NOTHING_RUNS;
    }
    InstallationStatus status = InstallationStatus.of(path);
    boolean runs = status.launcher().isPresent();
    console.say(headline(path, runs));
    if (!status.parts().isEmpty()) {
      table(status, console);
    }
    console.say("Data: %d MB".formatted(folder.size() / MEGABYTE));
    return runs ? 0 : NOTHING_RUNS;
  }

  private static String headline(Path path, boolean runs) {
    if (runs) {
      return "An installation runs on " + path + ".";
    }
    return RunningInstallation.isInUse(path)
        ? "An installation is being started or stopped on " + path + "."
        : "Nothing runs on " + path + ".";
  }

  private static void table(InstallationStatus status, Console console) {
    console.say(LINE.formatted("process", "pid", "state", "memory", "address"));
    for (Part part : status.parts()) {
      console.say(
          LINE.formatted(
              part.name(), part.pid(), part.state(), megabytes(part.memory()), part.address()));
    }
    long sum = status.parts().stream().mapToLong(part -> part.memory().orElse(0)).sum();
    console.say(LINE.formatted("together", "", "", megabytes(OptionalLong.of(sum)), ""));
  }

  private static String megabytes(OptionalLong bytes) {
    return bytes.isPresent() ? bytes.getAsLong() / MEGABYTE + " MB" : "";
  }
}
