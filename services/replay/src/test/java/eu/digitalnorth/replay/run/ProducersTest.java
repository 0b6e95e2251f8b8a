package eu.digitalnorth.replay.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProducersTest {
  private static final byte[] SOMETHING = {1};

  private final List<MockProducer<byte[], byte[]>> each = List.of(producer(), producer());
  private final Iterator<MockProducer<byte[], byte[]>> next = each.iterator();

  @Test
  void allOfAPartitionGoOneWayAndBothWaysAreGone() {
    try (Producers producers = new Producers(2, next::next)) {
      for (int i = 0; i < 40; i++) {
        producers.send(record(i % 4), null);
      }

      assertThat(partitions(0)).hasSize(2).doesNotContainAnyElementsOf(partitions(1));
      assertThat(partitions(1)).hasSize(2);
      assertThat(each).allSatisfy(one -> assertThat(one.history()).hasSize(20));
    }
  }

  @Test
  void allWhosePartitionTheirKeyDecidesGoOneWay() {
    try (Producers producers = new Producers(2, next::next)) {
      for (int i = 0; i < 10; i++) {
        producers.send(record(null), null);
      }

      assertThat(each).anySatisfy(one -> assertThat(one.history()).hasSize(10));
    }
  }

  @Test
  void whatOneCannotWriteStopsTheOther() {
    try (Producers producers = new Producers(2, next::next)) {
      List<Integer> written = new ArrayList<>();
      producers.send(record(0), (metadata, e) -> written.add(0));
      producers.send(record(1), (metadata, e) -> written.add(1));
      MockProducer<byte[], byte[]> ofFirst = each.get(partitions(0).contains(0) ? 0 : 1);
      ofFirst.errorNext(new RecordTooLargeException("too large"));

      assertThatThrownBy(() -> producers.send(record(1), null))
          .isInstanceOf(RecordTooLargeException.class);
      assertThatThrownBy(producers::finish).isInstanceOf(RecordTooLargeException.class);
      assertThat(written).containsExactly(1);
    }
  }

  @Test
  void noneIsLeftOpenWhenTheNextCannotBeOpened() {
    assertThatThrownBy(() -> new Producers(3, next::next)).isInstanceOf(RuntimeException.class);

    assertThat(each).allMatch(MockProducer::closed);
  }

  private List<@Nullable Integer> partitions(int producer) {
    return each.get(producer).history().stream().map(ProducerRecord::partition).distinct().toList();
  }

  private static ProducerRecord<byte[], byte[]> record(@Nullable Integer partition) {
    return new ProducerRecord<>("topic", partition, null, SOMETHING);
  }

  private static MockProducer<byte[], byte[]> producer() {
    return new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer());
  }
}
