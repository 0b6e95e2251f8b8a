package eu.digitalnorth.replay.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.digitalnorth.messaging.envelope.Header;
import eu.digitalnorth.messaging.envelope.RawRecord;
import eu.digitalnorth.messaging.inbox.DeadLetters;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeadLetterTest {
  private static final LetterTopic TOPIC =
      LetterTopic.of(LetterFixture.letters("ee")).orElseThrow();

  @Test
  void whatTheServiceSaysCountsAndNotWhatTheRecordBrought() {
    DeadLetter letter =
        letter(
            Header.of(DeadLetters.REASON, "MINE"),
            Header.of("kafka_dlt-original-topic", "no.evidence.request.v1"));

    assertThat(letter.reason()).isEqualTo("PROCESSING_FAILED");
    assertThat(letter.originTopic()).isEqualTo("ee.evidence.request.v1");
    assertThat(letter.hasOrigin()).isTrue();
  }

  @Test
  void itIsSentAgainAsItFirstWasWithMarks() {
    Header own = Header.of("ce_id", "1");
    Header odd = Header.of(DeadLetters.REASON, "MINE");
    DeadLetter letter = letter(own, odd);

    assertThat(letter.ownHeaders()).containsExactly(own, odd);
    assertThat(letter.redrivenHeaders())
        .extracting(Header::name)
        .containsExactly("ce_id", DeadLetters.REASON, "redrive-of", "redrive-attempt");
    assertThat(Header.last(letter.redrivenHeaders(), "redrive-of"))
        .isEqualTo("ee.dlt.evidence.ee.evidence.request.v1-1@0");
  }

  @Test
  void aLetterThatCameBackIsMarkedAnewAndCounted() {
    DeadLetter letter =
        letter(Header.of("redrive-of", "other-0@0"), Header.of("redrive-attempt", "1"));

    assertThat(letter.attempts()).isEqualTo(1);
    assertThat(letter.ownHeaders()).isEmpty();
    assertThat(letter.redrivenHeaders())
        .filteredOn(h -> h.name().equals("redrive-attempt"))
        .singleElement()
        .satisfies(h -> assertThat(h.value()).asString().isEqualTo("2"));
  }

  @Test
  void nonsenseInItsMarksIsNoAttempt() {
    assertThat(letter(Header.of("redrive-attempt", "many")).attempts()).isZero();
    assertThat(letter(Header.of("redrive-attempt", "-1")).attempts()).isZero();
  }

  @Test
  void aLetterThatSaysItCameFromAnotherTopicStays() {
    RawRecord raw = LetterFixture.letter("ee", 1, "k");

    DeadLetter lying =
        new DeadLetter(TOPIC, LetterFixture.refused(raw.topic(), "no.evidence.request.v1", raw));

    assertThat(lying.hasOrigin()).isFalse();
  }

  @Test
  void lettersOfStateHaveNowhereToGoBackTo() {
    assertThat(LetterTopic.of("ee.dlt.evidence.eid.attestation-status.v1"))
        .hasValueSatisfying(topic -> assertThat(topic.origin()).isNull());
    assertThat(LetterTopic.of("ee.dlt.parked")).isEmpty();
    assertThat(LetterTopic.of("ee.dlt.evidence.no.evidence.request.v1")).isEmpty();
    assertThat(LetterTopic.of("ee.evidence.request.v1")).isEmpty();
  }

  @Test
  void aNameIsReadAsItIsShown() {
    LetterId id = new LetterId("ee.dlt.evidence.ee.evidence.request.v1", 2, 17);

    assertThat(LetterId.parse(id.toString())).isEqualTo(id);
    assertThatThrownBy(() -> LetterId.parse("nonsense")).hasMessageContaining("nonsense");
  }

  @Test
  void contentsDifferWhereverABoundaryIsMoved() {
    RawRecord one = LetterFixture.letter("ee", 0, "k");
    List<Header> headers = List.of(Header.of("a", "bc"));

    assertThat(Content.of(one, headers))
        .isNotEqualTo(Content.of(one, List.of(Header.of("ab", "c"))));
    assertThat(Content.of(one, List.of(new Header("a", null))))
        .isNotEqualTo(Content.of(one, List.of(new Header("a", new byte[0]))));
  }

  private static DeadLetter letter(Header... own) {
    return new DeadLetter(TOPIC, LetterFixture.letter("ee", 1, "k", own));
  }
}
