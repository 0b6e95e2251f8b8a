package eu.digitalnorth.systemtests.compose;

import eu.digitalnorth.local.installation.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The table in docs/reliability.md, one row for each failure, written by the run itself. */
final class ReliabilityTable {
  private static final Path FILE = Home.find().root().resolve("docs").resolve("reliability.md");
  private static final String BEGIN = "<!-- table -->";
  private static final String END = "<!-- end of table -->";
  private static final String HEAD =
      """
      | what happened | times in a row | load | exchanges | completed | expired | lost | twice | ledgers | median | slowest |
      |---|---|---|---|---|---|---|---|---|---|---|
      """;

  private ReliabilityTable() {}

  /**
   * Puts a row in, or in the place of that of an earlier run.
   *
   * @param rounds what became of each time, all of it good: whoever finds something lost does not
   *     come here; exchanges are added up, durations are those of the worst
   */
  static void put(String what, int perSecond, List<LoadResult> rounds) {
    String row =
        "| %s | %d of %d | %d/s | %d | %d | %d | %d | %d | %s | %d ms | %d ms |"
            .formatted(
                what,
                rounds.size(),
                rounds.size(),
                perSecond,
                sum(rounds, "accepted"),
                sum(rounds, "completed"),
                sum(rounds, "expired"),
                sum(rounds, "unanswered"),
                sum(rounds, "twice"),
                rounds.stream().allMatch(LoadResult::hasIntactLedgers) ? "intact" : "BROKEN",
                most(rounds, "median"),
                most(rounds, "slowest"));
    try {
      Files.writeString(FILE, with(Files.readString(FILE), what, row));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String with(String text, String what, String row) {
    int begin = text.indexOf(BEGIN) + BEGIN.length();
    int end = text.indexOf(END);
    List<String> rows =
        new ArrayList<>(
            text.substring(begin, end)
                .lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| what happened"))
                .filter(line -> !line.startsWith("| " + what + " |"))
                .toList());
    rows.add(row);
    return text.substring(0, begin)
        + '\n'
        + HEAD
        + String.join("\n", rows)
        + '\n'
        + text.substring(end);
  }

  private static long sum(List<LoadResult> rounds, String what) {
    return rounds.stream().mapToLong(round -> round.number(what)).sum();
  }

  private static long most(List<LoadResult> rounds, String what) {
    return rounds.stream().mapToLong(round -> round.number(what)).max().orElseThrow();
  }
}
