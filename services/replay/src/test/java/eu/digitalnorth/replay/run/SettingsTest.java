package eu.digitalnorth.replay.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.digitalnorth.messaging.envelope.Header;
import eu.digitalnorth.replay.bundle.Payload;
import eu.digitalnorth.replay.bundle.RecordedRecord;
import eu.digitalnorth.replay.bundle.Recordings;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  private static final RecordedRecord RECORD =
      Recordings.record(
          "ee.evidence.request.v1",
          2,
          17,
          "k",
          Payload.raw(null),
          Header.of("ce_id", "1"),
          Header.of("kafka_replyTopic", "live"),
          Header.of("kafka_dlt-original-topic", "live"),
          Header.of("dlt-reason", "BAD_SIGNATURE"),
          Header.of("retry_topic-attempts", "3"),
          Header.of("traceparent", "00-a-b-01"),
          Header.of("signature", "s"),
          Header.of("replay-run", "an earlier one"),
          new Header("odd", null));

  @Test
  void headersOfRepliesAndDeadLettersAreDroppedAndTheTraceBecomesALink() {
    assertThat(HeaderPolicy.REPLAYED.apply(RECORD, "run"))
        .extracting(SettingsTest::text)
        .containsExactly(
            "ce_id=1",
            "replay-link=00-a-b-01",
            "signature=s",
            "odd=null",
            "replay-run=run",
            "replay-origin=ee.evidence.request.v1-2@17");
  }

  @Test
  void headersCanStayAsTheyWere() {
    assertThat(HeaderPolicy.AS_RECORDED.apply(RECORD, "run")).isEqualTo(RECORD.headers());
  }

  private static String text(Header header) {
    byte[] value = header.value();
    return header.name() + '=' + (value == null ? null : new String(value, StandardCharsets.UTF_8));
  }

  @Test
  void topicsGetAPrefixUnlessTheyAreRenamed() {
    TopicMapping mapping = new TopicMapping("replay.", Map.of("a", "b"));

    assertThat(mapping.target("a")).isEqualTo("b");
    assertThat(mapping.target("c")).isEqualTo("replay.c");
  }

  @ParameterizedTest
  @CsvSource({"recorded,1", "10x,10", "0.5x,0.5"})
  void aPaceIsAFactor(String text, double factor) {
    assertThat(Pace.parse(text)).isEqualTo(new Pace.Intervals(factor));
    assertThat(Pace.parse("fast")).isEqualTo(new Pace.Fast());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "10", "0x", "-1x", "slow", "1e9x"})
  void whatIsNoPaceIsRefused(String text) {
    assertThatThrownBy(() -> Pace.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "ee.evidence.request.v1,false,true",
    "ee.dlt.evidence.ee.evidence.request.v1,false,true",
    "orders,true,true",
    "orders,false,false",
    "replay.ee.evidence.request.v1,true,false"
  })
  void aTopicIsLiveIfSomebodyMayReadItForReal(String topic, boolean exists, boolean live) {
    assertThat(LiveTopics.isLive(topic, exists)).isEqualTo(live);
  }

  @Test
  void sayingOnlyTheSecondThingIsSayingNothing() {
    assertThat(LiveTopics.of(false, true)).isEqualTo(LiveTopics.REFUSED);
    assertThat(LiveTopics.of(true, false)).isEqualTo(LiveTopics.SAID_ONCE);
    assertThat(LiveTopics.of(true, true)).isEqualTo(LiveTopics.SAID_TWICE);
  }
}
