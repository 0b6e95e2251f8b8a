package eu.digitalnorth.messaging.kafka;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.ExchangeProperties;
import eu.digitalnorth.messaging.ServedCountries;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.trust.broker.BrokerPasswords;
import eu.digitalnorth.trust.broker.BrokerPrincipal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;

/**
 * One set of Kafka clients per country, since a broker admits a country by its own principal, also
 * where one process serves several countries.
 */
public final class KafkaClients implements DisposableBean {
  private static final int MIB = 1024 * 1024;

  /**
   * How soon the broker misses a consumer that went without a word. Its partitions wait that long
   * for another: after a kill, and also after a close amid joining, since a consumer that was given
   * its member id and did not yet join with it sends no farewell. A broker allows no less than its
   * {@code group.min.session.timeout.ms}, 6 s unless it was told otherwise.
   */
  private static final Duration SESSION_TIMEOUT = Duration.ofSeconds(10);

  private static final Duration HEARTBEAT_INTERVAL = Duration.ofSeconds(3);

  /**
   * So that a batch leaves as one request, when {@link
   * eu.digitalnorth.messaging.store.RecordSender} has all of it and flushes.
   */
  private static final Duration LONGER_THAN_FILLING_A_BATCH = Duration.ofMillis(50);

  private final ExchangeProperties properties;
  private final BrokerAccess access;
  private final Map<CountryCode, DefaultKafkaProducerFactory<byte[], byte[]>> producers =
      new ConcurrentHashMap<>();

  /**
   * @throws eu.digitalnorth.trust.key.MissingKeyException if a country's password is missing
   */
  public KafkaClients(ExchangeProperties properties, ServedCountries countries) {
    this.properties = properties;
    this.access =
        new BrokerAccess(
            properties.kafka().bootstrapServers(),
            new BrokerPasswords(properties.keysDirectory()),
            properties.kafka().certificateAuthority());
    countries.codes().forEach(country -> access.as(BrokerPrincipal.of(country)));
  }

  /** The country's producer: shared, idempotent, {@code acks=all}. */
  public Producer<byte[], byte[]> producer(CountryCode country) {
    return producers.computeIfAbsent(country, this::producerFactory).createProducer();
  }

  /** Consumers that read from the beginning where nothing was committed, and commit by hand. */
  public ConsumerFactory<byte[], byte[]> consumers(CountryCode country) {
    Map<String, Object> settings = common(country, "consumer");
    settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, properties.kafka().maxPollRecords());
    settings.putIfAbsent(
        ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int) SESSION_TIMEOUT.toMillis());
    settings.putIfAbsent(
        ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, (int) HEARTBEAT_INTERVAL.toMillis());
    settings.putIfAbsent(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 500);
    settings.putIfAbsent(
        ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 4 * MIB); // many consumers share a small heap
    return new DefaultKafkaConsumerFactory<>(settings);
  }

  /** A consumer that belongs to no group. */
  public Consumer<byte[], byte[]> consumer(CountryCode country) {
    return consumers(country).createConsumer();
  }

  public Admin admin(CountryCode country) {
    return Admin.create(common(country, "admin"));
  }

  @Override
  public void destroy() {
    producers.values().forEach(DefaultKafkaProducerFactory::destroy);
  }

  private DefaultKafkaProducerFactory<byte[], byte[]> producerFactory(CountryCode country) {
    Map<String, Object> settings = common(country, "producer");
    settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.putIfAbsent(
        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) Duration.ofSeconds(30).toMillis());
    settings.putIfAbsent(
        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) Duration.ofSeconds(10).toMillis());
    settings.putIfAbsent(
        ProducerConfig.LINGER_MS_CONFIG, (int) LONGER_THAN_FILLING_A_BATCH.toMillis());
    settings.putIfAbsent(ProducerConfig.BUFFER_MEMORY_CONFIG, 4L * MIB);
    settings.putIfAbsent(
        ProducerConfig.MAX_REQUEST_SIZE_CONFIG, TopicCatalogue.LONGEST_DEAD_LETTER);
    settings.putIfAbsent(
        ProducerConfig.MAX_BLOCK_MS_CONFIG, (int) Duration.ofSeconds(20).toMillis());
    return new DefaultKafkaProducerFactory<>(settings);
  }

  private Map<String, Object> common(CountryCode country, String role) {
    Map<String, Object> settings = new HashMap<>(properties.kafka().properties());
    settings.putAll(access.as(BrokerPrincipal.of(country)));
    settings.put(
        CommonClientConfigs.CLIENT_ID_CONFIG,
        country.lower() + '.' + properties.service().id() + '.' + role);
    return settings;
  }
}
