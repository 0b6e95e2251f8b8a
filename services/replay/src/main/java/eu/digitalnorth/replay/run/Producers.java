package eu.digitalnorth.replay.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * Producers side by side: a broker takes one request after the other from each connection, so that
 * it waits for the next to arrive while it could write. A partition's records are all sent by the
 * same one, in their order; so are all without a partition, since their key decides later.
 */
final class Producers implements AutoCloseable {
  private final List<Producer<byte[], byte[]>> producers = new ArrayList<>();
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
  private final Callback noting = (metadata, e) -> note(e);

  /**
   * @param open is asked for each
   */
  Producers(int count, Supplier<Producer<byte[], byte[]>> open) {
    try {
      for (int i = 0; i < count; i++) {
        producers.add(open.get());
      }
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Learns where the topic's partitions are, for which a first record would wait otherwise. */
  void prepare(String topic) {
    producers.forEach(producer -> producer.partitionsFor(topic));
  }

  /**
   * Hands it to its producer.
   *
   * @param written is called when the broker has it
   * @throws KafkaException if the broker has not taken one that was sent before
   */
  void send(ProducerRecord<byte[], byte[]> record, @Nullable Callback written) {
    failIfFailed();
    of(record).send(record, written == null ? noting : notingAnd(written));
  }

  private Producer<byte[], byte[]> of(ProducerRecord<byte[], byte[]> record) {
    Integer partition = record.partition();
    int place = record.topic().hashCode() + (partition == null ? 0 : partition);
    return producers.get(Math.floorMod(place, producers.size()));
  }

  /**
   * Returns when the broker has them all.
   *
   * @throws KafkaException if it has not taken one
   */
  void finish() {
    producers.forEach(Producer::flush);
    failIfFailed();
  }

  private Callback notingAnd(Callback written) {
    return (metadata, e) -> {
      note(e);
      if (e == null) {
        written.onCompletion(metadata, null);
      }
    };
  }

  private void note(@Nullable Exception e) {
    if (e != null) {
      failure.compareAndSet(null, e);
    }
  }

  private void failIfFailed() {
    Exception first = failure.get();
    if (first != null) {
      throw first instanceof KafkaException known ? known : new KafkaException(first);
    }
  }

  @Override
  public void close() {
    producers.forEach(Producer::close);
  }
}
