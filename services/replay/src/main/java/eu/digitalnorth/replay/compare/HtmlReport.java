package eu.digitalnorth.replay.compare;

import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A comparison as one page that needs nothing else, and runs no script: what differs comes first,
 * and topics in which nothing does are folded at the end.
 */
public final class HtmlReport {
  /** Differences whose fields are seen at once; of more, each is opened by a click. */
  private static final int UNFOLDED = 20;

  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>%1$s</title>
      <style>
      :root { color-scheme: light dark; --good: #2a6f00; --bad: #a40000; --line: #ccc; }
      body { font: 15px/1.5 system-ui, sans-serif; margin: 1.5rem auto; max-width: 75rem; padding: 0 1rem; }
      h1 { font-size: 1.4rem; margin: 0; overflow-wrap: anywhere; } h2 { font-size: 1.1rem; margin: 1.5rem 0 .3rem; }
      table { border-collapse: collapse; width: 100%%; }
      th, td { border-bottom: 1px solid var(--line); padding: .2rem .6rem .2rem 0; text-align: left; vertical-align: top; }
      td.n, th.n { text-align: right; white-space: nowrap; }
      .fields { margin: 0 0 .6rem; } .fields td, .fields th { width: 40%%; }
      .fields td:first-child, .fields th:first-child { width: 20%%; }
      code { font: 13px ui-monospace, monospace; overflow-wrap: anywhere; }
      summary { cursor: pointer; } summary, .whole { margin: 0; padding: .2rem 0; } .whole { padding-left: 1rem; }
      .kind { border-radius: .3rem; color: #fff; display: inline-block; padding: 0 .5rem; }
      .missing, .different { background: #a40000; } .extra { background: #8a5a00; }
      .changed { background: #204a87; } .reordered { background: #5c3566; }
      .good { color: var(--good); } .bad { color: var(--bad); }
      @media (prefers-color-scheme: dark) { :root { --good: #8ae234; --bad: #ff8a80; --line: #555; } }
      </style>
      <h1>%1$s</h1>
      """;

  private HtmlReport() {}

  public static String of(Comparison comparison) {
    StringBuilder html = new StringBuilder();
    html.append(
        HEAD.formatted(escape(comparison.actual() + " compared with " + comparison.expected())));
    appendSummary(comparison, html);
    appendDifferences(comparison.differences(), html);
    appendTopics(comparison.topics(), html);
    return html.append("</html>\n").toString();
  }

  private static void appendSummary(Comparison comparison, StringBuilder html) {
    html.append(
        String.format(
            Locale.ROOT,
            "<p><strong class=\"%s\">%s</strong>%s. %,d records recorded, %,d replayed.</p>\n",
            comparison.isEqual() ? "good" : "bad",
            TextReport.differences(comparison.differences().size()),
            kinds(comparison.differences()),
            comparison.topics().stream().mapToLong(TopicCounts::expected).sum(),
            comparison.topics().stream().mapToLong(TopicCounts::actual).sum()));
  }

  private static String kinds(List<Difference> differences) {
    SortedMap<String, Long> counts =
        differences.stream()
            .collect(Collectors.groupingBy(Difference::kind, TreeMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .map(e -> String.format(Locale.ROOT, "%,d %s", e.getValue(), e.getKey()))
        .collect(Collectors.joining(", ", counts.isEmpty() ? "" : ": ", ""));
  }

  private static void appendDifferences(List<Difference> differences, StringBuilder html) {
    if (differences.isEmpty()) {
      return;
    }
    html.append("<h2>Differences</h2>\n");
    int shown = 0;
    for (Difference difference : differences) {
      append(difference, shown++ < UNFOLDED, html);
    }
  }

  private static void append(Difference difference, boolean unfolded, StringBuilder html) {
    String headline =
        ("<span class=\"kind %1$s\">%1$s</span> <code>%2$s</code> %3$s, key <code>%4$s</code>,"
                + " at <code>%5$s</code>")
            .formatted(
                escape(difference.kind()),
                escape(difference.group().topic()),
                escape(difference.type()),
                escape(difference.group().key()),
                escape(difference.places()));
    if (difference.fields().isEmpty()) {
      html.append("<p class=\"whole\">%s</p>\n".formatted(headline));
      return;
    }
    html.append("<details%s><summary>%s</summary>\n".formatted(unfolded ? " open" : "", headline));
    html.append("<table class=\"fields\"><tr><th>Field<th>recorded<th>replayed\n");
    for (FieldDifference field : difference.fields()) {
      html.append(
          "<tr><td><code>%s</code><td><code>%s</code><td><code>%s</code>\n"
              .formatted(
                  escape(field.path()),
                  escape(TextReport.text(field.expected())),
                  escape(TextReport.text(field.actual()))));
    }
    html.append("</table></details>\n");
  }

  private static void appendTopics(List<TopicCounts> topics, StringBuilder html) {
    List<TopicCounts> differing = topics.stream().filter(t -> t.differences() > 0).toList();
    List<TopicCounts> equal = topics.stream().filter(t -> t.differences() == 0).toList();
    html.append("<h2>Topics</h2>\n");
    if (!differing.isEmpty()) {
      appendTable(differing, html);
    }
    if (!equal.isEmpty()) {
      html.append(
          "<details><summary>%s without a difference</summary>\n"
              .formatted(equal.size() == 1 ? "1 topic" : equal.size() + " topics"));
      appendTable(equal, html);
      html.append("</details>\n");
    }
  }

  private static void appendTable(List<TopicCounts> topics, StringBuilder html) {
    html.append(
        "<table><tr><th>Topic<th class=\"n\">recorded<th class=\"n\">replayed"
            + "<th class=\"n\">differences\n");
    for (TopicCounts topic : topics) {
      html.append(
          String.format(
              Locale.ROOT,
              "<tr><td><code>%s</code><td class=\"n\">%,d<td class=\"n\">%,d<td class=\"n\">%,d\n",
              escape(topic.topic()),
              topic.expected(),
              topic.actual(),
              topic.differences()));
    }
    html.append("</table>\n");
  }

  /** What was recorded may be anything, also a script. */
  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
