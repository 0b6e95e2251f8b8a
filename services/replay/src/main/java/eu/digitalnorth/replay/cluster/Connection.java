package eu.digitalnorth.replay.cluster;

import eu.digitalnorth.replay.Failure;
import eu.digitalnorth.replay.ReplayException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * How a cluster and its schema registry are reached, and as whom: settings of any Java client of
 * Kafka, and {@code schema.registry.url}.
 *
 * @param settings may have a password among them, and are never shown
 * @param registry URL of the schema registry; null if there is none
 */
public record Connection(Map<String, Object> settings, @Nullable String registry) {
  static final String REGISTRY = "schema.registry.url";
  private static final int PATIENCE_MILLIS = 15_000;

  public Connection {
    settings = Map.copyOf(settings);
  }

  /**
   * Reads a file of the form that Kafka's own tools take with {@code --command-config}.
   *
   * @throws ReplayException if there is none
   */
  public static Connection read(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new ReplayException(
          Failure.USAGE, "The connection's file %s cannot be read.".formatted(file), e);
    }
    Map<String, Object> settings = new HashMap<>();
    properties.stringPropertyNames().forEach(n -> settings.put(n, properties.getProperty(n)));
    if (!settings.containsKey(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG)) {
      throw new ReplayException(
          Failure.USAGE, "%s does not say bootstrap.servers.".formatted(file));
    }
    String registry = (String) settings.remove(REGISTRY);
    return new Connection(settings, registry);
  }

  /** The same with another registry, or none. */
  public Connection withRegistry(@Nullable String other) {
    return new Connection(settings, other);
  }

  /** Where brokers are looked for, for people. */
  public String servers() {
    return String.valueOf(settings.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG));
  }

  /**
   * A consumer of no group, which stops where the broker has no more of what it is to read.
   *
   * @param isolation {@code read_committed} or {@code read_uncommitted}
   * @param tuning holds where the connection says nothing
   */
  public Consumer<byte[], byte[]> consumer(String isolation, Map<String, Object> tuning) {
    Map<String, Object> all = with(tuning);
    all.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation);
    all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    return attempt(
        () -> new KafkaConsumer<>(all, new ByteArrayDeserializer(), new ByteArrayDeserializer()));
  }

  /**
   * @param tuning holds where the connection says nothing
   */
  public Producer<byte[], byte[]> producer(Map<String, Object> tuning) {
    return attempt(
        () ->
            new KafkaProducer<>(
                with(tuning), new ByteArraySerializer(), new ByteArraySerializer()));
  }

  public Admin admin() {
    return attempt(() -> Admin.create(with(Map.of())));
  }

  private Map<String, Object> with(Map<String, Object> tuning) {
    Map<String, Object> all = new HashMap<>();
    all.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    all.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    all.put(CommonClientConfigs.CLIENT_ID_CONFIG, "replay");
    all.putAll(tuning);
    all.putAll(settings);
    return all;
  }

  /** Does something with Kafka; what goes wrong is told in words. */
  public <T> T attempt(Attempt<T> action) {
    try {
      return action.run();
    } catch (KafkaException e) {
      throw KafkaFailures.explained(e, servers());
    }
  }

  /** Something that a client of Kafka does. */
  @FunctionalInterface
  public interface Attempt<T> {
    T run();
  }
}
