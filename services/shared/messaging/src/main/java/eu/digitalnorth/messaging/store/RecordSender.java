package eu.digitalnorth.messaging.store;

import eu.digitalnorth.messaging.kafka.Acknowledgement;
import eu.digitalnorth.messaging.kafka.KafkaClients;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/**
 * Sends records with their country's producer, many at a time, and waits until all are
 * acknowledged.
 */
public final class RecordSender {
  private final KafkaClients clients;
  private final SendWatch watch;

  public RecordSender(KafkaClients clients, SendWatch watch) {
    this.clients = clients;
    this.watch = watch;
  }

  /**
   * @throws KafkaException if one of them was not acknowledged; others may have been
   */
  public void send(List<OutboxRecord> records) {
    Runnable acknowledged = watch.sending(records);
    List<Future<?>> pending = new ArrayList<>(records.size());
    for (OutboxRecord record : records) {
      Future<?> sending = clients.producer(record.country()).send(kafkaRecord(record));
      if (sending.isDone()) {
        Acknowledgement.await(
            sending); // failed at once: the next one would wait as long for the broker
      }
      pending.add(sending);
    }
    pending.forEach(Acknowledgement::await);
    acknowledged.run();
  }

  private static ProducerRecord<byte[], byte[]> kafkaRecord(OutboxRecord record) {
    ProducerRecord<byte[], byte[]> out =
        new ProducerRecord<>(record.topic(), record.partition(), record.key(), record.value());
    record.headers().forEach(header -> out.headers().add(header.name(), header.value()));
    return out;
  }
}
