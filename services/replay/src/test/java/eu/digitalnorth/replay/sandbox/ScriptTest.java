package eu.digitalnorth.replay.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import eu.digitalnorth.replay.bundle.Bundle;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Instant LATER = NOON.plusSeconds(5);
  private static final TopicPartition PEOPLE = new TopicPartition(Ledger.PEOPLE, 0);

  private final UUID first = UUID.randomUUID();
  private final UUID second = UUID.randomUUID();

  @TempDir private Path folder;

  private Script script(Ledger ledger) {
    try (Bundle bundle = Bundle.open(ledger.write(folder.resolve("recording")))) {
      return Script.of(bundle, Ledger.ROLE);
    }
  }

  @Test
  void requestsComeInTheOrderOfTheirDecisionsWithWhatThoseHadSeen() {
    Script script =
        script(
            new Ledger()
                .people(7)
                .request(0, 0, first)
                .request(1, 0, second)
                .decided(second, NOON, 3)
                .decided(first, LATER, 7));

    assertThat(script.steps())
        .extracting(step -> step.partition().partition(), Step::at, Step::seen)
        .containsExactly(tuple(1, NOON, Map.of(PEOPLE, 3L)), tuple(0, LATER, Map.of(PEOPLE, 7L)));
    assertThat(script.undecided()).isZero();
  }

  @Test
  void aPartitionKeepsItsOrderAlsoWhereTheClockHadGoneBack() {
    Script script =
        script(
            new Ledger()
                .request(0, 0, first)
                .request(0, 1, second)
                .decided(first, LATER, 0)
                .decided(second, NOON, 0));

    assertThat(script.steps()).extracting(Step::at).containsExactly(LATER, NOON);
  }

  @Test
  void aCopyIsGivenAgainAndWhatCouldNotBeReadToo() {
    Script script =
        script(
            new Ledger()
                .people(4)
                .request(0, 0, first)
                .request(0, 1, first)
                .request(0, 2, UUID.randomUUID())
                .request(0, 3, second)
                .decided(first, NOON, 2)
                .rejected(0, 2, NOON.plusSeconds(1))
                .decided(second, LATER, 4));

    assertThat(script.steps())
        .extracting(Step::at, Step::seen, Step::bounds)
        .containsExactly(
            tuple(NOON, Map.of(PEOPLE, 2L), Map.of(PEOPLE, 4L)),
            tuple(NOON, null, Map.of(PEOPLE, 4L)),
            tuple(NOON.plusSeconds(1), null, Map.of(PEOPLE, 4L)),
            tuple(LATER, Map.of(PEOPLE, 4L), null));
  }

  @Test
  void whatNobodyHadDecidedUponWhenTheRecordingEndedIsLeftOut() {
    Script script =
        script(
            new Ledger()
                .request(0, 0, first)
                .request(0, 1, second)
                .request(1, 0, UUID.randomUUID())
                .decided(first, NOON, 0));

    assertThat(script.steps()).hasSize(1);
    assertThat(script.undecided()).isEqualTo(2);
  }

  @Test
  void aTopicThatTheServiceReadsMustHaveBeenRecorded() {
    Ledger ledger = new Ledger().without("no.trust.key.v1");

    assertThatThrownBy(() -> script(ledger))
        .hasMessageContaining("The recording has not the topic no.trust.key.v1");
  }

  @Test
  void whatADecisionHadSeenMustHaveBeenRecorded() {
    Ledger ledger = new Ledger().people(2).request(0, 0, first).decided(first, NOON, 3);

    assertThatThrownBy(() -> script(ledger))
        .hasMessageContaining(Ledger.PEOPLE)
        .hasMessageContaining("up to offset 3");
  }
}
