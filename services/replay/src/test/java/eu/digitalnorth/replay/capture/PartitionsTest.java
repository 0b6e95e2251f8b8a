package eu.digitalnorth.replay.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.digitalnorth.replay.ReplayException;
import eu.digitalnorth.replay.bundle.RecordedTopic;
import eu.digitalnorth.replay.bundle.Selection;
import java.util.List;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.junit.jupiter.api.Test;

class PartitionsTest {
  private static final String REQUESTS = "ee.evidence.request.v1";
  private static final String COPIES = "replay." + REQUESTS;

  @Test
  void withoutANameEveryTopicIsRecordedButForCopiesAndKafkasOwn() {
    Partitions partitions = visible(REQUESTS, COPIES, "__consumer_offsets");

    assertThat(partitions.topics(Selection.of())).containsExactly(new RecordedTopic(REQUESTS, 1));
  }

  @Test
  void copiesAreRecordedWhenTheyAreNamed() {
    Partitions partitions = visible(REQUESTS, COPIES);

    assertThat(partitions.topics(Selection.of(COPIES)))
        .containsExactly(new RecordedTopic(COPIES, 1));
  }

  @Test
  void whereThereAreCopiesOnlyItSaysHowToNameThem() {
    Partitions partitions = visible(COPIES);

    assertThatThrownBy(() -> partitions.topics(Selection.of()))
        .isInstanceOf(ReplayException.class)
        .hasMessageContaining("--topics 'replay[.].*'");
  }

  private static Partitions visible(String... topics) {
    MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    for (String topic : topics) {
      consumer.updatePartitions(topic, List.of(new PartitionInfo(topic, 0, null, null, null)));
    }
    return new Partitions(consumer);
  }
}
