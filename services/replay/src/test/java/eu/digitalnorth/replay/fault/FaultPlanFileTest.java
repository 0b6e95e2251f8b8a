package eu.digitalnorth.replay.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.digitalnorth.replay.Failure;
import eu.digitalnorth.replay.ReplayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultPlanFileTest {
  @TempDir private Path folder;

  @Test
  void everyKindIsRead() throws IOException {
    FaultPlan plan =
        read(
            """
            {"seed": 7, "faults": [
              {"kind": "drop", "rate": 0.01},
              {"kind": "duplicate", "rate": 0.02, "times": 2, "after": "3s"},
              {"kind": "delay", "types": ["EvidenceRequest"], "by": "5s"},
              {"kind": "reorder", "rate": 0.1, "within": "key"},
              {"kind": "corrupt", "records": ["t-0@7"], "part": "header:signature", "bytes": 2},
              {"kind": "burst", "rate": 0.001, "size": 50}
            ]}
            """);

    assertThat(plan.seed()).isEqualTo(7);
    assertThat(plan.faults())
        .extracting(Fault::effect)
        .containsExactly(
            new Effect.Drop(),
            new Effect.Duplicate(2, Duration.ofSeconds(3)),
            new Effect.Delay(Duration.ofSeconds(5)),
            new Effect.Reorder(Effect.Within.KEY, 1),
            new Effect.Corrupt(new Part(Part.Kind.HEADER, "signature"), 2),
            new Effect.Burst(50));
    assertThat(plan.faults().get(2).selector().rate()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'kind': 'melt', 'rate': 1}|\"melt\" is none of drop, duplicate",
        "{'rate': 1}|is none of drop, duplicate",
        "{'kind': 'drop'}|does not say with which records",
        "{'kind': 'drop', 'rate': 1.5}|a rate is from 0 to 1",
        "{'kind': 'drop', 'rate': 1, 'by': '5s'}|\"by\" means nothing for \"drop\"",
        "{'kind': 'drop', 'rate': 1, 'ratte': 1}|ratte",
        "{'kind': 'delay', 'rate': 1}|\"delay\" needs \"by\"",
        "{'kind': 'delay', 'rate': 1, 'by': 'soon'}|soon",
        "{'kind': 'reorder', 'rate': 1, 'within': 'wood'}|neither key, partition nor all",
        "{'kind': 'corrupt', 'rate': 1, 'part': 'soul'}|neither key, value nor header:NAME",
        "{'kind': 'duplicate', 'rate': 1, 'times': 0}|\"times\" is at least 1"
      })
  void whatCannotBeMeantIsRefused(String fault, String why) {
    refused("{\"seed\": 1, \"faults\": [%s]}".formatted(fault.replace('\'', '"')), why);
  }

  @Test
  void whatIsNoPlanIsRefused() {
    refused("{}", "\"seed\" or \"faults\" is missing");
    refused("nonsense", "plan.json cannot be read");
    assertThatThrownBy(() -> FaultPlanFile.read(folder.resolve("none")))
        .isInstanceOf(ReplayException.class)
        .hasMessageContaining("none cannot be read");
  }

  private void refused(String json, String why) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOfSatisfying(
            ReplayException.class, e -> assertThat(e.failure()).isEqualTo(Failure.USAGE))
        .hasMessageContaining(why);
  }

  private FaultPlan read(String json) throws IOException {
    return FaultPlanFile.read(Files.writeString(folder.resolve("plan.json"), json));
  }
}
