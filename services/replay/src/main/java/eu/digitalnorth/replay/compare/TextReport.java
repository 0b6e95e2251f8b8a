package eu.digitalnorth.replay.compare;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A comparison for people at a terminal. */
public final class TextReport {
  private TextReport() {}

  /**
   * @param most differences to show; all are counted
   */
  public static void write(Comparison comparison, int most, PrintWriter out) {
    for (TopicCounts topic : comparison.topics()) {
      out.println(
          String.format(
              Locale.ROOT,
              "%-44s %,d recorded, %,d replayed: %s",
              topic.topic(),
              topic.expected(),
              topic.actual(),
              differences(topic.differences())));
    }
    comparison.differences().stream().limit(most).forEach(difference -> write(difference, out));
    if (comparison.differences().size() > most) {
      out.println(
          String.format(
              Locale.ROOT,
              "%nand %,d more: --show N shows so many, --html, --json and --junit write all",
              comparison.differences().size() - most));
    }
    out.println(String.format(Locale.ROOT, "%n%s.", differences(comparison.differences().size())));
  }

  static String differences(long count) {
    return count == 1 ? "1 difference" : String.format(Locale.ROOT, "%,d differences", count);
  }

  private static void write(Difference difference, PrintWriter out) {
    out.println();
    out.println(
        "%-9s %s  key %s  %s"
            .formatted(
                difference.kind(),
                difference.group().topic(),
                difference.group().key(),
                difference.type()));
    out.println("          " + difference.places());
    for (FieldDifference field : difference.fields()) {
      out.println("          " + field.path());
      out.println("            recorded  " + text(field.expected()));
      out.println("            replayed  " + text(field.actual()));
    }
  }

  static String text(@Nullable String json) {
    return Objects.requireNonNullElse(json, "(not there)");
  }
}
