package eu.digitalnorth.messaging.lifecycle;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.messaging.kafka.KafkaClients;
import eu.digitalnorth.messaging.state.Positions;
import eu.digitalnorth.messaging.state.StateEndpoint;
import eu.digitalnorth.messaging.topic.Access;
import eu.digitalnorth.messaging.topic.Topic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Which compacted topics a country reads, and whether it has read them to their end. */
final class StateCatchUp {
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

  /** The ends as they are now; a partition without a record is left out. */
  Map<TopicPartition, Long> ends(CountryCode country) {
    List<TopicPartition> partitions = partitions(country);
    try (Consumer<byte[], byte[]> consumer = clients.consumer(country)) {
      Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
      Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
      ends.entrySet().removeIf(end -> end.getValue().equals(begins.get(end.getKey())));
      return ends;
    }
  }

  boolean reached(CountryCode country, Map<TopicPartition, Long> ends) {
    Map<TopicPartition, Long> next = nextOffsets(country);
    return ends.entrySet().stream()
        .allMatch(end -> next.getOrDefault(end.getKey(), 0L) >= end.getValue());
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
