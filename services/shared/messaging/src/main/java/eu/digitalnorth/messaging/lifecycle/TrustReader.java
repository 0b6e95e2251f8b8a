package eu.digitalnorth.messaging.lifecycle;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.messaging.envelope.RawRecord;
import eu.digitalnorth.messaging.kafka.KafkaClients;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.messaging.trust.TrustedKeys;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Reads the trust topics of all participants from their beginning. */
final class TrustReader {
  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaClients clients;
  private final CountryProfiles profiles;
  private final TrustedKeys keys;

  TrustReader(KafkaClients clients, CountryProfiles profiles, TrustedKeys keys) {
    this.clients = clients;
    this.profiles = profiles;
    this.keys = keys;
  }

  List<String> topics() {
    return profiles.codes().stream().map(TopicCatalogue.PUBLIC_KEY::nameFor).toList();
  }

  void accept(List<RawRecord> records) {
    keys.accept(records);
  }

  /**
   * Reads to where the topics end now.
   *
   * @param country whose principal reads; what is read is the same for all
   * @param goOn false ends it early
   * @return where to read on
   */
  Map<TopicPartition, Long> readToEnd(CountryCode country, BooleanSupplier goOn) {
    List<TopicPartition> partitions =
        topics().stream().map(topic -> new TopicPartition(topic, 0)).toList();
    try (Consumer<byte[], byte[]> consumer = clients.consumer(country)) {
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (goOn.getAsBoolean()
          && ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        keys.accept(
            StreamSupport.stream(consumer.poll(POLL).spliterator(), false)
                .map(RawRecord::of)
                .toList());
      }
      return partitions.stream().collect(Collectors.toMap(p -> p, consumer::position));
    }
  }
}
