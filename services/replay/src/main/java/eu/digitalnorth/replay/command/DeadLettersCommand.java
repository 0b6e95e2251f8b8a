package eu.digitalnorth.replay.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code exchange dead-letters}. */
@Command(
    name = "dead-letters",
    description =
        "Shows what services had to refuse, and why, and has it processed again when the reason is"
            + " gone.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    subcommands = {ListLettersCommand.class, ShowLetterCommand.class, RedriveCommand.class},
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "2:the command cannot be meant like that",
      "4:no broker answers",
      "5:the broker does not let us in, or does not allow it",
      "6:no schema registry answers",
      "7:there is no such letter, or no topic of any",
      "130:broken off by Ctrl-C"
    },
    footer = {
      "%nExamples (exchange dead-letters COMMAND --help has more):",
      "  exchange dead-letters list --open",
      "  exchange dead-letters show ee.dlt.evidence.ee.evidence.request.v1-0@7",
      "  exchange dead-letters redrive --reason PROCESSING_FAILED --dry-run"
    })
public final class DeadLettersCommand implements Runnable {
  @Spec private CommandSpec spec;

  /** The command by itself, as tests use it. */
  static CommandLine commandLine() {
    return ReplayCommand.commandLine(new DeadLettersCommand());
  }

  /** Without the launcher, and so without its defaults. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command?");
  }
}
