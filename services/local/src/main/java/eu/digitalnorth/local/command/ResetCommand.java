package eu.digitalnorth.local.command;

import eu.digitalnorth.local.installation.DataFolder;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Scanner;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code exchange reset}. */
@Command(
    name = "reset",
    description = "Deletes the installation's data: registers, messages, ledgers, keys.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    versionProvider = Version.class)
final class ResetCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DataOption data;

  @Option(names = "--yes", description = "Do not ask.")
  private boolean yes;

  @Override
  public Integer call() {
    Console console = Consoles.of(spec);
    Path folder = data.path();
    DataFolder found = new DataFolder(folder);
    if (!found.exists()) {
      console.say("There is nothing at " + folder + ".");
      return 0;
    }
    found.refuseIfForeign();
    found.refuseIfInUse();
    if (!yes && !confirmed(console, folder)) {
      console.say("Nothing was deleted.");
      return 1;
    }
    found.delete(console);
    console.say(folder + " is deleted.");
    return 0;
  }

  private static boolean confirmed(Console console, Path folder) {
    console.say("Delete everything in " + folder + "? [y/N]");
    Scanner answers = new Scanner(System.in, Charset.defaultCharset());
    return answers.hasNextLine()
        && answers.nextLine().strip().toLowerCase(Locale.ROOT).startsWith("y");
  }
}
