package eu.digitalnorth.local.wire;

import eu.digitalnorth.local.installation.Endpoints;
import eu.digitalnorth.local.installation.TesterAccess;
import eu.digitalnorth.messaging.setup.SchemaRegistryClients;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Hears every record of every topic of the exchange from now on, as the broker's tester. It is no
 * member of any group, so that nobody is disturbed.
 */
public final class WireTap implements AutoCloseable {
  private static final Pattern TOPICS = Pattern.compile("[a-z]{2}\\..+\\.v[0-9]+");
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final TesterAccess access;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final HopReader reader;
  private final Consumer<Hop> listener;
  private final BlockingQueue<CompletableFuture<Void>> waiting = new LinkedBlockingQueue<>();
  private final Thread thread;
  private volatile boolean closed;

  private WireTap(Endpoints endpoints, Consumer<Hop> listener) {
    this.listener = listener;
    reader =
        new HopReader(
            SchemaRegistryClients.create(endpoints.schemaRegistry()),
            endpoints.schemaRegistry().toString());
    access = TesterAccess.open(endpoints.brokers());
    consumer =
        new KafkaConsumer<>(
            settings(access), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    thread = new Thread(this::listen, "wire-tap");
    thread.setDaemon(true);
  }

  private static Map<String, Object> settings(TesterAccess access) {
    Map<String, Object> settings = new HashMap<>(access.settings());
    settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "wire-tap");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 100);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
    return settings;
  }

  /**
   * Returns when it hears everything that is sent from then on.
   *
   * @param listener is called for one record after the other, on one thread
   */
  public static WireTap open(Endpoints endpoints, Consumer<Hop> listener) {
    WireTap tap = new WireTap(endpoints, listener);
    tap.standAtEnd();
    tap.thread.start();
    return tap;
  }

  private void standAtEnd() {
    List<TopicPartition> partitions = new ArrayList<>();
    consumer
        .listTopics()
        .forEach(
            (topic, infos) -> {
              if (TOPICS.matcher(topic).matches()) {
                infos.forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
              }
            });
    consumer.assign(partitions);
    consumer.endOffsets(partitions).forEach(consumer::seek);
  }

  /** Returns when everything has been heard that had been sent before, or after 10 s. */
  public void catchUp() {
    CompletableFuture<Void> done = new CompletableFuture<>();
    waiting.add(done);
    try {
      done.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      // What was not heard is not shown; the outcome of an exchange does not hang on it.
    }
  }

  @Override
  public void close() {
    closed = true;
    consumer.wakeup();
    try {
      thread.join(PATIENCE.toMillis());
      access.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void listen() {
    try (consumer) {
      while (!closed) {
        tell();
        serveWaiting();
      }
    } catch (WakeupException e) {
      // It was closed.
    }
  }

  private void tell() {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    consumer.poll(POLL).forEach(records::add);
    // Partitions come one after the other, but people read in the order of time.
    records.sort(Comparator.comparingLong(ConsumerRecord::timestamp));
    records.forEach(consumed -> listener.accept(reader.read(consumed)));
  }

  private void serveWaiting() {
    CompletableFuture<Void> done = waiting.poll();
    if (done == null) {
      return;
    }
    Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
    while (!closed && !reached(ends)) {
      tell();
    }
    done.complete(null);
  }

  private boolean reached(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }
}
