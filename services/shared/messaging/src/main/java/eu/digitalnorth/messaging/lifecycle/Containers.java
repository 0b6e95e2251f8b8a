package eu.digitalnorth.messaging.lifecycle;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.ExchangeProperties;
import eu.digitalnorth.messaging.envelope.RawRecord;
import eu.digitalnorth.messaging.kafka.KafkaClients;
import eu.digitalnorth.messaging.observe.InboxWatch;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.support.TopicPartitionOffset;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Makes listener containers that hand over raw batches. A batch that fails is tried again without
 * end, the consumer being paused in between: what reaches the container is an outage, since bad
 * records were already put aside.
 */
final class Containers {
  private static final Duration FIRST_RETRY = Duration.ofMillis(250);
  private static final Duration SLOWEST_RETRY = Duration.ofSeconds(5);

  /** Who is shut out, by a password that is just being replaced for example, keeps on knocking. */
  private static final Duration REFUSED_RETRY = Duration.ofSeconds(2);

  private final ExchangeProperties properties;
  private final KafkaClients clients;

  Containers(ExchangeProperties properties, KafkaClients clients) {
    this.properties = properties;
    this.clients = clients;
  }

  /** A member of the service's consumer group {@code <country>.<service>}. */
  AbstractMessageListenerContainer<byte[], byte[]> inbox(
      CountryCode country, String topic, InboxWatch processor) {
    ContainerProperties settings = new ContainerProperties(topic);
    settings.setConsumerRebalanceListener(processor);
    settings.setGroupId(country.lower() + '.' + properties.service().id());
    settings.setSyncCommits(false);
    ConcurrentMessageListenerContainer<byte[], byte[]> container =
        new ConcurrentMessageListenerContainer<>(
            clients.consumers(country), listening(settings, processor));
    container.setConcurrency(properties.kafka().concurrency());
    return finish(container, topic);
  }

  /** Reads the compacted topics that a country keeps the state of. */
  AbstractMessageListenerContainer<byte[], byte[]> state(
      CountryCode country, Map<TopicPartition, Long> from, Consumer<List<RawRecord>> processor) {
    return following(country, "state", from, processor);
  }

  /** Reads the trust topics. */
  AbstractMessageListenerContainer<byte[], byte[]> trust(
      CountryCode country, Map<TopicPartition, Long> from, Consumer<List<RawRecord>> processor) {
    return following(country, "trust", from, processor);
  }

  /** Reads partitions as a whole, from positions that are kept elsewhere. */
  private AbstractMessageListenerContainer<byte[], byte[]> following(
      CountryCode country,
      String what,
      Map<TopicPartition, Long> from,
      Consumer<List<RawRecord>> processor) {
    ContainerProperties settings =
        new ContainerProperties(
            from.entrySet().stream()
                .map(e -> offset(e.getKey(), e.getValue()))
                .toArray(TopicPartitionOffset[]::new));
    settings.setGroupId(country.lower() + '.' + properties.service().id() + '.' + what);
    settings.setSyncCommits(false);
    return finish(
        new KafkaMessageListenerContainer<>(
            clients.consumers(country), listening(settings, processor)),
        country.lower() + '.' + what);
  }

  private static ContainerProperties listening(
      ContainerProperties settings, Consumer<List<RawRecord>> processor) {
    BatchMessageListener<byte[], byte[]> listener =
        records -> processor.accept(records.stream().map(Containers::raw).toList());
    settings.setMessageListener(listener);
    settings.setAckMode(ContainerProperties.AckMode.BATCH);
    settings.setMissingTopicsFatal(false);
    settings.setAuthExceptionRetryInterval(REFUSED_RETRY);
    return settings;
  }

  private static TopicPartitionOffset offset(TopicPartition partition, long next) {
    return new TopicPartitionOffset(partition.topic(), partition.partition(), next);
  }

  private static RawRecord raw(ConsumerRecord<byte[], byte[]> consumed) {
    return RawRecord.of(consumed);
  }

  private static AbstractMessageListenerContainer<byte[], byte[]> finish(
      AbstractMessageListenerContainer<byte[], byte[]> container, String name) {
    ExponentialBackOff backOff = new ExponentialBackOff(FIRST_RETRY.toMillis(), 2);
    backOff.setMaxInterval(SLOWEST_RETRY.toMillis());
    DefaultErrorHandler retry = new DefaultErrorHandler(backOff);
    retry.setClassifications(Map.of(), true); // nothing that reaches it is skipped, ever
    retry.setRetryListeners(new OutageLog(name));
    container.setCommonErrorHandler(retry);
    container.setBeanName(name);
    return container;
  }
}
