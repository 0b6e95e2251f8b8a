package eu.digitalnorth.systemtests.compose;

import eu.digitalnorth.local.installation.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The table in docs/reliability.md, one row for each failure, written by the run itself. */
final class ReliabilityTable {
  private static final Path FILE = Home.find().root().resolve("docs").resolve("reliability.md");
  private static final String BEGIN = "<!-- table -->";
  private static final String END = "<!-- end of table -->";
  private static final String HEAD =
      """
      | what happened | load | exchanges | completed | expired | refused | lost | twice | ledgers | median | slowest |
      |---|---|---|---|---|---|---|---|---|---|---|
      """;

  private ReliabilityTable() {}

  /** Puts a row in, or in the place of that of an earlier run. */
  static void put(String what, int perSecond, Map<String, String> report) {
    String row =
        "| %s | %d/s | %s | %s | %s | %s | %s | %s | %s | %s | %s |"
            .formatted(
                what,
                perSecond,
                report.get("accepted"),
                report.get("completed"),
                report.get("expired"),
                refused(report.get("refused")),
                report.get("unanswered"),
                report.get("twice"),
                report.get("ledgers"),
                report.get("median"),
                report.get("slowest"));
    try {
      String text = Files.readString(FILE);
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
      Files.writeString(
          FILE,
          text.substring(0, begin)
              + '\n'
              + HEAD
              + String.join("\n", rows)
              + '\n'
              + text.substring(end));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code {REASON=3}} is 3. */
  private static int refused(String reasons) {
    return Pattern.compile("=([0-9]+)")
        .matcher(reasons)
        .results()
        .mapToInt(count -> Integer.parseInt(count.group(1)))
        .sum();
  }
}
