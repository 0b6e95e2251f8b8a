package eu.digitalnorth.replay.letters;

import eu.digitalnorth.messaging.envelope.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Letters that are dealt with in one transaction, or none of them. */
final class Batch {
  private static final int MOST = 50;

  /** Bytes: what is kept in memory at most, but for one letter. */
  private static final int LONGEST = 4 * 1024 * 1024;

  private final @Nullable Producer<byte[], byte[]> producer;
  private final BiConsumer<DeadLetter, LetterState> witness;
  private final List<Deed> deeds = new ArrayList<>();
  private long bytes;

  private Batch(
      @Nullable Producer<byte[], byte[]> producer, BiConsumer<DeadLetter, LetterState> witness) {
    this.producer = producer;
    this.witness = witness;
  }

  static Batch of(Producer<byte[], byte[]> producer, BiConsumer<DeadLetter, LetterState> witness) {
    return new Batch(producer, witness);
  }

  /** Tells of everything, and does nothing. */
  static Batch pretended(BiConsumer<DeadLetter, LetterState> witness) {
    return new Batch(null, witness);
  }

  void redrive(DeadLetter letter) {
    TopicPartition origin =
        new TopicPartition(
            String.valueOf(letter.topic().origin()), letter.originPartition().orElseThrow());
    add(letter, LetterState.REDRIVEN, record(origin, letter, letter.redrivenHeaders()));
  }

  void park(DeadLetter letter) {
    List<Header> headers = new ArrayList<>(letter.raw().headers());
    headers.add(Header.of(Past.PARKED_OF, letter.id().toString()));
    TopicPartition parked = new TopicPartition(letter.topic().parked(), 0);
    add(letter, LetterState.PARKED, record(parked, letter, headers));
  }

  private static ProducerRecord<byte[], byte[]> record(
      TopicPartition to, DeadLetter letter, List<Header> headers) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(to.topic(), to.partition(), letter.raw().key(), letter.raw().value());
    headers.forEach(header -> record.headers().add(header.name(), header.value()));
    return record;
  }

  private void add(DeadLetter letter, LetterState state, ProducerRecord<byte[], byte[]> record) {
    deeds.add(new Deed(letter, state, record));
    bytes += letter.length();
    if (deeds.size() >= MOST || bytes >= LONGEST) {
      commit();
    }
  }

  /** Does what has been added; after that it is certain. */
  void commit() {
    if (!deeds.isEmpty() && producer != null) {
      send(producer);
    }
    deeds.forEach(deed -> witness.accept(deed.letter(), deed.state()));
    deeds.clear();
    bytes = 0;
  }

  /** A failed send makes the commit fail. */
  private void send(Producer<byte[], byte[]> to) {
    to.beginTransaction();
    try {
      deeds.forEach(deed -> to.send(deed.record()));
      to.commitTransaction();
    } catch (KafkaException e) {
      abort(to, e);
      throw e;
    }
  }

  /** So that who reads the topic is not held up until the broker does it. */
  private static void abort(Producer<byte[], byte[]> producer, KafkaException why) {
    try {
      producer.abortTransaction();
    } catch (KafkaException e) {
      why.addSuppressed(e);
    }
  }

  private record Deed(
      DeadLetter letter, LetterState state, ProducerRecord<byte[], byte[]> record) {}
}
