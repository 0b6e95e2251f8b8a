package eu.digitalnorth.messaging.lifecycle;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.messaging.envelope.RawRecord;
import eu.digitalnorth.messaging.kafka.KafkaClients;
import eu.digitalnorth.messaging.state.Positions;
import eu.digitalnorth.messaging.state.StateEndpoint;
import eu.digitalnorth.messaging.topic.Access;
import eu.digitalnorth.messaging.topic.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which compacted topics a country reads, and whether it has read them to their end. */
final class StateCatchUp {
  private static final Logger log = LoggerFactory.getLogger(StateCatchUp.class);
  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaClients clients;
  private final Positions positions;
  private final CountryProfiles profiles;
  private final Collection<StateEndpoint<?>> endpoints;

  StateCatchUp(
      KafkaClients clients,
      Positions positions,
      CountryProfiles profiles,
      Collection<StateEndpoint<?>> endpoints) {
    this.clients = clients;
    this.positions = positions;
    this.profiles = profiles;
    this.endpoints = endpoints;
  }

  /** Full topic names and who handles their records. */
  Map<String, StateEndpoint<?>> endpointsOf(CountryCode country) {
    Map<String, StateEndpoint<?>> byTopic = new LinkedHashMap<>();
    for (StateEndpoint<?> endpoint : endpoints) {
      for (CountryCode owner : owners(endpoint.topic(), country)) {
        byTopic.put(endpoint.topic().nameFor(owner), endpoint);
      }
    }
    return byTopic;
  }

  /** Where reading goes on. */
  Map<TopicPartition, Long> nextOffsets(CountryCode country) {
    Map<TopicPartition, Long> known = positions.nextOffsets(country);
    Map<TopicPartition, Long> next = new HashMap<>();
    for (TopicPartition partition : partitions(country)) {
      next.put(partition, known.getOrDefault(partition, 0L));
    }
    return next;
  }

  /**
   * Reads on to where the topics end now.
   *
   * @param goOn false ends it early
   */
  void readToEnd(
      CountryCode country,
      java.util.function.Consumer<List<RawRecord>> processor,
      BooleanSupplier goOn) {
    List<TopicPartition> partitions = partitions(country);
    try (Consumer<byte[], byte[]> consumer = clients.consumer(country)) {
      consumer.assign(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      forgetOthers(country, ends);
      nextOffsets(country).forEach(consumer::seek);
      while (goOn.getAsBoolean() && isBehind(consumer, ends)) {
        List<RawRecord> records = poll(consumer);
        if (!records.isEmpty()) {
          processor.accept(records);
        }
      }
      rememberWhereItEnded(country, consumer, ends);
    }
  }

  /** A position beyond the end is that of a topic that was deleted and created again. */
  private void forgetOthers(CountryCode country, Map<TopicPartition, Long> ends) {
    nextOffsets(country)
        .forEach(
            (partition, next) -> {
              if (next > ends.getOrDefault(partition, next)) {
                log.warn("Reading a topic anew: topic={} position={}", partition.topic(), next);
                positions.forget(country, partition);
              }
            });
  }

  /** Compaction may have taken the last records away: then no record tells that the end is near. */
  private void rememberWhereItEnded(
      CountryCode country, Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
    Map<TopicPartition, Long> reached = new HashMap<>();
    ends.keySet().forEach(partition -> reached.put(partition, consumer.position(partition)));
    reached.values().removeIf(position -> position == 0);
    positions.advance(country, reached);
  }

  private static boolean isBehind(
      Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue());
  }

  private static List<RawRecord> poll(Consumer<byte[], byte[]> consumer) {
    List<RawRecord> records = new ArrayList<>();
    consumer.poll(POLL).forEach(consumed -> records.add(RawRecord.of(consumed)));
    return records;
  }

  private List<TopicPartition> partitions(CountryCode country) {
    List<TopicPartition> partitions = new ArrayList<>();
    endpointsOf(country)
        .forEach(
            (name, endpoint) -> {
              for (int p = 0; p < endpoint.topic().partitions(); p++) {
                partitions.add(new TopicPartition(name, p));
              }
            });
    return partitions;
  }

  private Collection<CountryCode> owners(Topic<?> topic, CountryCode country) {
    return topic.access() == Access.BROADCAST ? profiles.codes() : List.of(country);
  }
}
