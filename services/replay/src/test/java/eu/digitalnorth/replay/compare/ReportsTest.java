package eu.digitalnorth.replay.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Collections;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportsTest {
  private static final String SCRIPT = "<script>alert('\u0001')</script>";
  private static final Group GROUP = new Group("no.evidence.response.v1", '"' + SCRIPT + '"');
  private static final Comparison COMPARISON =
      new Comparison(
          "recorded.zip",
          "replayed.zip",
          List.of(
              new TopicCounts("ee.audit.event.v1", 3, 3, 0),
              new TopicCounts("no.evidence.response.v1", 5, 4, 3)),
          List.of(
              new Difference.Changed(
                  GROUP,
                  "EvidenceResponse",
                  "no.evidence.response.v1-0@1",
                  "replay.no.evidence.response.v1-0@7",
                  List.of(new FieldDifference("$.value.code", '"' + SCRIPT + '"', null))),
              new Difference.Missing(GROUP, "EvidenceResponse", "no.evidence.response.v1-0@2"),
              new Difference.NotLookedInto(GROUP, 2_000_000, 1)));

  @Test
  void peopleReadFieldsAndBothValues() {
    StringWriter text = new StringWriter();
    TextReport.write(COMPARISON, 1, new PrintWriter(text));

    assertThat(text.toString())
        .contains(
            "5 recorded, 4 replayed: 3 differences",
            "$.value.code",
            "recorded  \"" + SCRIPT + "\"",
            "replayed  (not there)",
            "and 2 more",
            "\n3 differences.")
        .doesNotContain("missing");
  }

  @Test
  void programsReadTheSame() {
    JsonNode report = JsonMapper.shared().readTree(JsonReport.of(COMPARISON));

    assertThat(report.path("equal").asBoolean()).isFalse();
    assertThat(report.path("topics").get(1).path("differences").asInt()).isEqualTo(3);
    assertThat(report.path("differences").get(0).path("fields").get(0).path("expected").asString())
        .isEqualTo('"' + SCRIPT + '"');
    assertThat(report.path("differences").get(1).path("kind").asString()).isEqualTo("missing");
  }

  @Test
  void buildServersReadAFailurePerDifference() throws Exception {
    Document report =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(JUnitReport.of(COMPARISON))));

    assertThat(report.getElementsByTagName("testsuite").getLength()).isEqualTo(2);
    assertThat(report.getElementsByTagName("testcase").getLength()).isEqualTo(5);
    assertThat(report.getElementsByTagName("failure").getLength()).isEqualTo(3);
    Element suite = (Element) report.getElementsByTagName("testsuite").item(1);
    assertThat(suite.getAttribute("failures")).isEqualTo("3");
    assertThat(report.getElementsByTagName("failure").item(0).getTextContent())
        .contains("<script>", "$.value.code");
  }

  @Test
  void thePageNeedsNothingElseAndRunsNothing() {
    String page = HtmlReport.of(COMPARISON);

    assertThat(page)
        .contains("&lt;script&gt;alert(&#39;", "default-src 'none'", "3 differences</strong>")
        .doesNotContain("<script", "http:", "https:", "src=", "<link");
  }

  @Test
  void thePageTellsFirstWhatDiffersAndFoldsTopicsInWhichNothingDoes() {
    String page = HtmlReport.of(COMPARISON);

    assertThat(page)
        .containsSubsequence(
            "3 differences</strong>: 1 changed, 1 different, 1 missing.",
            "8 records recorded, 7 replayed",
            "<details open>",
            "$.value.code",
            "<h2>Topics</h2>",
            "<code>no.evidence.response.v1</code><td",
            "<details><summary>1 topic without a difference</summary>",
            "<code>ee.audit.event.v1</code><td");
  }

  @Test
  void ofManyDifferencesThePageUnfoldsTheFirst() {
    List<Difference> many =
        Collections.nCopies(
            21,
            new Difference.Changed(
                GROUP,
                "EvidenceResponse",
                "x-0@1",
                "y-0@1",
                List.of(new FieldDifference("$.value", "1", "2"))));

    String page = HtmlReport.of(new Comparison("a.zip", "b.zip", List.of(), many));

    assertThat(page.split("<details open>", -1)).hasSize(21);
    assertThat(page.split("<details>", -1)).hasSize(2);
  }
}
