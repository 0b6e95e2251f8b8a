package eu.digitalnorth.replay.compare;

import java.util.Locale;

/** A comparison as one page that needs nothing else, and runs no script. */
public final class HtmlReport {
  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en">
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>%1$s</title>
      <style>
      body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem; }
      table { border-collapse: collapse; width: 100%%; }
      th, td { border-bottom: 1px solid #ccc; padding: .3rem .6rem; text-align: left; vertical-align: top; }
      td.n, th.n { text-align: right; }
      code { font: 13px ui-monospace, monospace; overflow-wrap: anywhere; }
      summary { cursor: pointer; padding: .3rem 0; }
      .kind { border-radius: .3rem; color: #fff; display: inline-block; padding: 0 .5rem; }
      .missing, .different { background: #a40000; } .extra { background: #8a5a00; }
      .changed { background: #204a87; } .reordered { background: #5c3566; }
      .good { color: #2a6f00; } .bad { color: #a40000; }
      </style>
      <h1>%1$s</h1>
      """;

  private HtmlReport() {}

  public static String of(Comparison comparison) {
    StringBuilder html = new StringBuilder();
    html.append(
        HEAD.formatted(escape(comparison.actual() + " compared with " + comparison.expected())));
    html.append(
        "<p class=\"%s\"><strong>%s</strong></p>\n"
            .formatted(
                comparison.isEqual() ? "good" : "bad",
                TextReport.differences(comparison.differences().size())));
    html.append(
        "<table><tr><th>Topic<th class=\"n\">recorded<th class=\"n\">replayed"
            + "<th class=\"n\">differences\n");
    for (TopicCounts topic : comparison.topics()) {
      html.append(
          String.format(
              Locale.ROOT,
              "<tr><td><code>%s</code><td class=\"n\">%,d<td class=\"n\">%,d<td class=\"n\">%,d%n",
              escape(topic.topic()),
              topic.expected(),
              topic.actual(),
              topic.differences()));
    }
    html.append("</table>\n");
    comparison.differences().forEach(difference -> append(difference, html));
    return html.append("</html>\n").toString();
  }

  private static void append(Difference difference, StringBuilder html) {
    html.append(
        """
        <details open><summary><span class="kind %1$s">%1$s</span> <code>%2$s</code> %3$s, key <code>%4$s</code></summary>
        <p><code>%5$s</code></p>
        """
            .formatted(
                escape(difference.kind()),
                escape(difference.group().topic()),
                escape(difference.type()),
                escape(difference.group().key()),
                escape(difference.places())));
    if (!difference.fields().isEmpty()) {
      html.append("<table><tr><th>Field<th>recorded<th>replayed\n");
      for (FieldDifference field : difference.fields()) {
        html.append(
            "<tr><td><code>%s</code><td><code>%s</code><td><code>%s</code>\n"
                .formatted(
                    escape(field.path()),
                    escape(TextReport.text(field.expected())),
                    escape(TextReport.text(field.actual()))));
      }
      html.append("</table>\n");
    }
    html.append("</details>\n");
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
