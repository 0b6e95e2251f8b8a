package eu.digitalnorth.evidence;

import eu.digitalnorth.messaging.envelope.RawRecord;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads all that is written to some topics from now on, as it is. */
final class TopicTap implements AutoCloseable {
  private final List<RawRecord> records = new CopyOnWriteArrayList<>();
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Thread thread;

  TopicTap(String bootstrapServers, List<String> topics) {
    consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers, "auto.offset.reset", "earliest"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        topics.stream().flatMap(t -> consumer.partitionsFor(t).stream()).map(TopicTap::of).toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
    thread = Thread.ofPlatform().daemon().start(this::read);
  }

  List<RawRecord> of(String topic) {
    return records.stream().filter(record -> record.topic().equals(topic)).toList();
  }

  @Override
  public void close() throws InterruptedException {
    consumer.wakeup();
    thread.join();
    consumer.close();
  }

  private void read() {
    try {
      while (true) {
        consumer.poll(Duration.ofSeconds(1)).forEach(r -> records.add(RawRecord.of(r)));
      }
    } catch (WakeupException e) {
      // closed
    }
  }

  private static TopicPartition of(PartitionInfo info) {
    return new TopicPartition(info.topic(), info.partition());
  }
}
