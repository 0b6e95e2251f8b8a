package eu.digitalnorth.replay.letters;

import eu.digitalnorth.messaging.envelope.RawRecord;
import eu.digitalnorth.replay.cluster.Connection;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads topics from some offset to where they end now, as services see them: what was committed, in
 * each partition in its order. One thread at a time.
 */
final class TopicReader implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);

  private final Connection connection;
  private final Consumer<byte[], byte[]> consumer;

  TopicReader(Connection connection) {
    this.connection = connection;
    this.consumer =
        connection.consumer(
            "read_committed",
            Map.of(
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 500,
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 100));
  }

  /** All topics that we may see, with their partitions. */
  Map<String, List<TopicPartition>> topics() {
    return connection.attempt(
        () -> {
          Map<String, List<TopicPartition>> topics = new TreeMap<>();
          consumer.listTopics().forEach((name, infos) -> topics.put(name, partitions(infos)));
          return topics;
        });
  }

  private static List<TopicPartition> partitions(List<PartitionInfo> infos) {
    return infos.stream().map(info -> new TopicPartition(info.topic(), info.partition())).toList();
  }

  /** Names of the topics of these partitions that have any record now. */
  Set<String> filled(Collection<TopicPartition> partitions) {
    return connection.attempt(
        () -> {
          Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
          Set<String> filled = new TreeSet<>();
          consumer
              .endOffsets(partitions)
              .forEach(
                  (partition, end) -> {
                    if (end > beginnings.getOrDefault(partition, 0L)) {
                      filled.add(partition.topic());
                    }
                  });
          return filled;
        });
  }

  /**
   * Reads everything that a topic has.
   *
   * @param each answers whether it wants more
   */
  void read(String topic, Predicate<RawRecord> each) {
    Map<TopicPartition, Long> all = new HashMap<>();
    connection
        .attempt(() -> partitions(consumer.partitionsFor(topic)))
        .forEach(partition -> all.put(partition, 0L));
    read(all, each);
  }

  /**
   * Reads on from these offsets, or from the first that the broker still has.
   *
   * @param each answers whether it wants more
   */
  void read(Map<TopicPartition, Long> from, Predicate<RawRecord> each) {
    connection.attempt(
        () -> {
          Map<TopicPartition, Long> ends = seek(from);
          while (ends.entrySet().stream()
              .anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
            for (ConsumerRecord<byte[], byte[]> consumed : consumer.poll(POLL)) {
              TopicPartition partition = new TopicPartition(consumed.topic(), consumed.partition());
              if (consumed.offset() < ends.getOrDefault(partition, 0L)
                  && !each.test(RawRecord.of(consumed))) {
                return ends;
              }
            }
          }
          return ends;
        });
  }

  private Map<TopicPartition, Long> seek(Map<TopicPartition, Long> from) {
    Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(from.keySet());
    Map<TopicPartition, Long> ends = consumer.endOffsets(from.keySet());
    consumer.assign(from.keySet());
    from.forEach(
        (partition, offset) ->
            consumer.seek(partition, Math.max(offset, beginnings.getOrDefault(partition, 0L))));
    return ends;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
