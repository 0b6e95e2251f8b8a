package eu.digitalnorth.local.command;

import eu.digitalnorth.local.demo.ScenarioResult;
import java.util.ArrayList;
import java.util.List;

/** What became of all scenarios, at a glance. */
final class ClosingTable {
  private static final List<String> HEADER =
      List.of("", "scenario", "route", "expected", "actual", "ms");

  private ClosingTable() {}

  static List<String> lines(List<ScenarioResult> results) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADER);
    results.forEach(result -> rows.add(row(result)));
    int[] widths = new int[HEADER.size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  /** The last line of a demonstration. */
  static String summary(List<ScenarioResult> results) {
    long completed = results.stream().filter(ScenarioResult::isCompleted).count();
    long refused = results.stream().filter(ScenarioResult::isRefusedAsExpected).count();
    return "%d exchanges: %d completed, %d refused as expected, %d failed"
        .formatted(results.size(), completed, refused, results.size() - completed - refused);
  }

  private static List<String> row(ScenarioResult result) {
    return List.of(
        result.asExpected() ? "✔" : "✘",
        result.scenario().title(),
        result.scenario().route(),
        result.scenario().expected().toString(),
        result.actual().toString(),
        Long.toString(result.millis()));
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = row.get(i);
      String padding = " ".repeat(widths[i] - cell.length());
      boolean isNumber = i == widths.length - 1;
      line.append("  ").append(isNumber ? padding + cell : cell + padding);
    }
    return line.toString();
  }
}
