package eu.digitalnorth.replay.command;

import eu.digitalnorth.replay.letters.DeadLetter;
import eu.digitalnorth.replay.letters.LetterState;
import eu.digitalnorth.replay.letters.Redrive;
import eu.digitalnorth.replay.letters.RedriveReport;
import eu.digitalnorth.replay.letters.RedriveSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code exchange dead-letters redrive}. */
@Command(
    name = "redrive",
    description = {
      "Sends dead letters again to the topics that they came from, as they were first sent, each"
          + " once: what has been sent again before is left alone, also after a kill. One that came"
          + " back, refused again, is parked on <country>.dlt.parked instead.",
      "Acts as the broker's redrive, which may do that for the countries that \"exchange"
          + " credentials redrive --country\" has named, and for no others."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "%nExamples:",
      "  exchange dead-letters redrive ee.dlt.evidence.ee.evidence.request.v1-0@7",
      "  exchange dead-letters redrive --all --dry-run",
      "  exchange dead-letters redrive --reason PROCESSING_FAILED --from 2h --cap 500"
    })
final class RedriveCommand implements Callable<Integer> {
  /** As shells have it for Ctrl-C. */
  private static final int BROKEN_OFF = 130;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "LETTER",
      arity = "0..*",
      description = "As \"list\" names it; may be repeated.")
  private List<String> ids = new ArrayList<>();

  @Option(names = "--all", description = "All, instead of some that are named or described.")
  private boolean all;

  @Mixin private LetterOptions options;

  @Option(
      names = "--cap",
      paramLabel = "N",
      defaultValue = "100",
      description = "At most so many, oldest of a topic first (default: ${DEFAULT-VALUE}).")
  private int cap;

  @Option(
      names = "--attempts",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "Park what has come back so many times (default: ${DEFAULT-VALUE}); with 2, what came"
              + " back once is tried again.")
  private int attempts;

  @Option(names = "--dry-run", description = "Tell what would be done, and do nothing.")
  private boolean dryRun;

  @Mixin private ConnectionOptions connection;

  @Override
  public Integer call() {
    if (all == (!ids.isEmpty() || options.isAny())) {
      throw new ParameterException(
          spec.commandLine(), "Which? Name some, describe them (--reason, ...), or say --all.");
    }
    Output output = Output.of(spec);
    try (StopOnSignal stop = StopOnSignal.install()) {
      RedriveReport report =
          new Redrive(
                  connection.connect("redrive"),
                  settings(),
                  stop,
                  (letter, state) -> output.say("%s", line(letter, state)))
              .execute();
      output.say("%s", total(report));
      return report.finished() ? 0 : BROKEN_OFF;
    }
  }

  private RedriveSettings settings() {
    if (cap < 1 || attempts < 1) {
      throw new ParameterException(spec.commandLine(), "--cap and --attempts are at least 1.");
    }
    return new RedriveSettings(LetterLines.filter(options, ids, spec), cap, attempts, dryRun);
  }

  private static String line(DeadLetter letter, LetterState state) {
    return "%s  %s%s"
        .formatted(
            LetterLines.line(letter, state),
            "to ",
            state == LetterState.PARKED
                ? letter.topic().country().lower() + ".dlt.parked"
                : letter.topic().origin());
  }

  private String total(RedriveReport report) {
    return "%s%,d %s, %,d %s; %,d had been before, %,d cannot be, %,d were beyond the cap.%s"
        .formatted(
            report.finished() ? "" : "Broken off. ",
            report.redriven(),
            dryRun ? "would be sent again" : "sent again",
            report.parked(),
            dryRun ? "would be parked" : "parked",
            report.before(),
            report.stuck(),
            report.left(),
            dryRun ? " Nothing was done." : "");
  }
}
