package eu.digitalnorth.replay.command;

import eu.digitalnorth.replay.letters.LetterState;
import eu.digitalnorth.replay.letters.Letters;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code exchange dead-letters list}. */
@Command(
    name = "list",
    description =
        "Lists dead letters: the name of each, when it was refused, what has become of it, and why"
            + " it was refused. Reads as the broker's tester.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "%nExamples:",
      "  exchange dead-letters list",
      "  exchange dead-letters list --open --country ee --service evidence --from 2h",
      "  exchange dead-letters list --reason PROCESSING_FAILED"
    })
final class ListLettersCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private LetterOptions options;

  @Option(
      names = "--open",
      description = "Only those about which something can be done: waiting, or come back.")
  private boolean open;

  @Mixin private ConnectionOptions connection;

  @Override
  public Integer call() {
    Output output = Output.of(spec);
    Map<LetterState, Long> counts = new EnumMap<>(LetterState.class);
    try (StopOnSignal stop = StopOnSignal.install();
        Letters letters =
            new Letters(
                connection.connect("tester"), LetterLines.filter(options, List.of(), spec))) {
      letters.forEach(
          (letter, state) -> {
            if (!open || state.isOpen()) {
              counts.merge(state, 1L, Long::sum);
              output.say("%s", LetterLines.line(letter, state));
            }
            return !stop.getAsBoolean();
          });
    }
    output.say("%s", total(counts));
    return 0;
  }

  private String total(Map<LetterState, Long> counts) {
    return counts.isEmpty()
        ? open ? "No open dead letters." : "No dead letters."
        : counts.entrySet().stream()
            .map(e -> "%,d %s".formatted(e.getValue(), e.getKey().words()))
            .collect(Collectors.joining(", ", "", "."));
  }
}
