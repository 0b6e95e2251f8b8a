package eu.digitalnorth.replay.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.digitalnorth.replay.Failure;
import eu.digitalnorth.replay.ReplayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompareRuleTest {
  private static final String SIGNATURE = "a".repeat(43) + ':' + "b".repeat(86);

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "ID, 1b4e28ba-2fa1-4d2e-883f-0016d3cca427, «id»",
    "ID, nonsense, nonsense",
    "TIME, 2026-11-22T10:00:00Z, «time»",
    "TIME, yesterday, yesterday",
    "SIGNATURE, forged, forged",
    "PRESENCE, anything, «present»",
    "DIGEST, abc, sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  })
  void aValueOfTheRightFormIsComparedByItsFormAndAnotherAsItIs(
      Normaliser kind, String value, String compared) {
    assertThat(after(new CompareRule(null, "$.value.field", kind), value)).isEqualTo(compared);
  }

  @Test
  void aNumberIsATimeAndASignatureIsASignature() {
    assertThat(Normaliser.TIME.apply(1_795_341_600_000L)).isEqualTo("«time»");
    assertThat(Normaliser.SIGNATURE.apply(SIGNATURE)).isEqualTo("«signature»");
    assertThat(Normaliser.DIGEST.apply(null)).isNull();
    assertThat(Normaliser.PRESENCE.apply(null)).isNull();
  }

  @Test
  void whatIsIgnoredIsNotThereAnyMoreWhereverThePathLeads() {
    Map<String, Object> document = document("x");

    CompareRule.ignore("$..field").apply(document);
    CompareRule.ignore("$.headers['ce-id']").apply(document);
    CompareRule.ignore("$.not.there").apply(document);

    assertThat(document.get("value")).isEqualTo(Map.of());
    assertThat(document.get("headers")).isEqualTo(Map.of());
  }

  @Test
  void aRuleForHeadersIsForEachOfTheirValues() {
    Map<String, Object> document = document("x");

    new CompareRule(null, "$.headers['ce-id']", Normaliser.PRESENCE).apply(document);

    assertThat(document.get("headers"))
        .isEqualTo(Map.of("ce-id", List.of("«present»", "«present»")));
  }

  @Test
  void aRuleForATypeLeavesOthersAlone() {
    assertThat(after(new CompareRule("Thing", "$.value.field", Normaliser.PRESENCE), "x"))
        .isEqualTo("«present»");
    assertThat(after(new CompareRule("Other", "$.value.field", Normaliser.PRESENCE), "x"))
        .isEqualTo("x");
  }

  @Test
  void rulesCanBeKeptInAFile() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("rules.json"),
            """
            [{"path": "$.value.field", "as": "presence", "type": "Thing"}, {"path": "$.headers"}]
            """);
    Map<String, Object> document = document("x");

    RulesFile.read(file).forEach(rule -> rule.apply(document));

    assertThat(document).doesNotContainKey("headers");
    assertThat(document.get("value")).isEqualTo(Map.of("field", "«present»"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{                                  | cannot be read",
        "[{\"path\": \"$[\"}]               | is no JSON path",
        "[{\"path\": \"$.a\", \"as\": \"b\"}] | There is no kind"
      })
  void aFileOfNonsenseIsRefused(String text, String message) throws IOException {
    Path file = Files.writeString(folder.resolve("rules.json"), text);

    assertThatThrownBy(() -> RulesFile.read(file))
        .isInstanceOfSatisfying(
            ReplayException.class, e -> assertThat(e.failure()).isEqualTo(Failure.USAGE))
        .hasMessageContaining(message);
  }

  private static Object after(CompareRule rule, String value) {
    Map<String, Object> document = document(value);
    rule.apply(document);
    return ((Map<?, ?>) document.get("value")).get("field");
  }

  private static Map<String, Object> document(String value) {
    Map<String, Object> document = new HashMap<>();
    document.put("type", "Thing");
    document.put("value", new HashMap<>(Map.of("field", value)));
    document.put("headers", new HashMap<>(Map.of("ce-id", new ArrayList<>(List.of("1", "2")))));
    return document;
  }
}
