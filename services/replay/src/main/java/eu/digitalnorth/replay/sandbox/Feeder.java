package eu.digitalnorth.replay.sandbox;

import eu.digitalnorth.messaging.envelope.Header;
import eu.digitalnorth.replay.Failure;
import eu.digitalnorth.replay.ReplayException;
import eu.digitalnorth.replay.bundle.RecordedPartition;
import eu.digitalnorth.replay.bundle.RecordedRecord;
import eu.digitalnorth.replay.cluster.KafkaFailures;
import eu.digitalnorth.replay.run.SchemaIds;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;

/** Writes recorded records into the sandbox, at the offsets that they had as far as may be. */
final class Feeder {
  /** More would take longer than anybody waits; offsets begin at zero then. */
  private static final long MOST_BEFORE = 5_000_000;

  private final Producer<byte[], byte[]> producer;
  private final SchemaIds ids;
  private final String servers;

  Feeder(Producer<byte[], byte[]> producer, SchemaIds ids, String servers) {
    this.producer = producer;
    this.ids = ids;
    this.servers = servers;
  }

  /**
   * Lets a partition begin where it began when it was recorded: what was there before is gone here,
   * too.
   */
  void beginAtRecordedOffset(RecordedPartition partition, Admin admin) {
    long first = partition.file() == null ? 0 : partition.file().firstOffset();
    if (first == 0 || first > MOST_BEFORE) {
      return;
    }
    TopicPartition id = new TopicPartition(partition.topic(), partition.partition());
    for (long i = 0; i < first; i++) {
      producer.send(new ProducerRecord<>(id.topic(), id.partition(), null, null));
    }
    producer.flush();
    answer(admin.deleteRecords(Map.of(id, RecordsToDelete.beforeOffset(first))).all());
  }

  /** Nothing of it is changed but the ids of its schemas, which signatures do not cover. */
  Future<RecordMetadata> send(RecordedRecord record) {
    ProducerRecord<byte[], byte[]> out =
        new ProducerRecord<>(
            record.topic(),
            record.partition(),
            record.timestamp() < 0 ? null : record.timestamp(),
            ids.translate(record.topic(), true, record.key()),
            ids.translate(record.topic(), false, record.value()));
    for (Header header : record.headers()) {
      out.headers().add(header.name(), header.value());
    }
    return producer.send(out);
  }

  /** The offset at which the broker has it. */
  long offset(Future<RecordMetadata> sent) {
    return answer(sent).offset();
  }

  private <T> T answer(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw KafkaFailures.explained(e, servers);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ReplayException(Failure.BROKER, "Interrupted.", e);
    }
  }
}
