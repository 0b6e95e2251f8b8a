package eu.digitalnorth.replay.command;

import eu.digitalnorth.replay.ReplayException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code exchange replay}. */
@Command(
    name = "replay",
    description =
        "Records topics into portable bundles, shows them, replays them elsewhere, and compares"
            + " what came of it.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    subcommands = {
      CaptureCommand.class,
      VerifyCommand.class,
      InspectCommand.class,
      RunCommand.class,
      AgainstCommand.class,
      CompareCommand.class
    },
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:a recording was altered, or two differ",
      "2:the command, or a file that tells it what to do, cannot be meant like that",
      "3:there is no recording, or it is not finished",
      "4:no broker answers",
      "5:the broker does not let us in, or does not allow it",
      "6:no schema registry answers",
      "7:there is no such topic, or its records are gone",
      "8:the registry refuses a schema",
      "9:a file cannot be written or read",
      "10:the sandbox's servers or its service do not run",
      "130:ended by Ctrl-C: broken off, but for a live recording, which is whole"
    },
    footer = {
      "%nExamples (exchange replay COMMAND --help has more):",
      "  exchange replay capture morning.zip",
      "  exchange replay inspect morning.zip",
      "  exchange replay run morning.zip --pace 10x",
      "  exchange replay compare morning.zip replayed.zip"
    })
public final class ReplayCommand implements Runnable {
  @Spec private CommandSpec spec;

  /** The command by itself, as tests use it. */
  static CommandLine commandLine() {
    return commandLine(new ReplayCommand());
  }

  static CommandLine commandLine(Object command) {
    return new CommandLine(command)
        .setUsageHelpAutoWidth(true)
        .setExecutionExceptionHandler(
            (e, commandLine, result) -> {
              if (e instanceof ReplayException told) {
                return explain(told, commandLine);
              }
              throw e;
            })
        .setParameterExceptionHandler(ReplayCommand::explain);
  }

  /** Without the launcher, and so without its defaults. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command?");
  }

  /**
   * What is wrong with a command, and where to read how it is meant: a page of options would push
   * that off the screen. Whoever names no command is shown which there are.
   */
  public static int explain(ParameterException e, String[] arguments) {
    CommandLine commandLine = e.getCommandLine();
    Ansi ansi = commandLine.getColorScheme().ansi();
    commandLine.getErr().println(ansi.string("@|bold,red exchange:|@ ") + e.getMessage());
    boolean suggested = UnmatchedArgumentException.printSuggestions(e, commandLine.getErr());
    if (commandLine.getSubcommands().isEmpty()) {
      commandLine
          .getErr()
          .println(commandLine.getCommandSpec().qualifiedName() + " --help tells how it is meant.");
    } else if (!suggested) {
      commandLine.usage(commandLine.getErr());
    }
    return commandLine.getCommandSpec().exitCodeOnInvalidInput();
  }

  /** One line for the person, and the exit code for the script. */
  public static int explain(ReplayException e, CommandLine commandLine) {
    Ansi ansi = commandLine.getColorScheme().ansi();
    commandLine.getErr().println(ansi.string("@|bold,red exchange:|@ ") + e.getMessage());
    return e.failure().exitCode();
  }
}
