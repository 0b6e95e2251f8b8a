package eu.digitalnorth.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.local.installation.Endpoints;
import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.testservers.TestServers;
import eu.digitalnorth.trust.broker.BrokerPrincipal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What is down for a while costs no message, and what is garbage stops nobody. */
@ResourceLock(World.LOCK)
class OutageIT {
  private static final int EXCHANGES = 60;
  private static final Duration OUTAGE = Duration.ofSeconds(30);

  private final TestServers servers = TestServers.shared();
  private final Endpoints endpoints = World.endpoints();

  @Test
  void theSchemaRegistryIsDownForHalfAMinute() {
    List<String> ids = start(EXCHANGES / 2);

    servers.stopSchemaRegistry();
    ids.addAll(start(EXCHANGES / 2));
    pass(OUTAGE);
    servers.startSchemaRegistry();

    assertAllComplete(ids);
  }

  @Test
  void theDatabaseIsDownForHalfAMinute() {
    List<String> ids = start(EXCHANGES);

    servers.stopPostgres();
    pass(OUTAGE);
    servers.startPostgres();

    assertAllComplete(ids);
  }

  @Test
  void garbageInAnInboxGoesToTheDeadLettersWhileTheTrafficGoesOn() {
    CountryCode ee = CountryCode.of("EE");
    String inbox = TopicCatalogue.EVIDENCE_REQUEST.nameFor(ee);
    byte[] garbage = ("garbage " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
    List<String> ids = start(EXCHANGES / 2);

    publish(new ProducerRecord<>(inbox, garbage));

    ids.addAll(start(EXCHANGES / 2));
    assertAllComplete(ids);
    String deadLetters =
        TopicCatalogue.deadLetters(ee, Service.EVIDENCE, TopicCatalogue.EVIDENCE_REQUEST);
    ConsumerRecord<byte[], byte[]> letter = only(deadLetters, garbage);
    assertThat(
            new String(letter.headers().lastHeader("dlt-reason").value(), StandardCharsets.UTF_8))
        .isEqualTo("BAD_HEADER");
  }

  private List<String> start(int count) {
    return new ArrayList<>(new Exchanges(endpoints, "PT5M").start(endpoints, count));
  }

  private void assertAllComplete(List<String> ids) {
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofSeconds(1))
        .ignoreExceptions()
        .untilAsserted(
            () ->
                assertThat(Exchanges.states(endpoints, ids))
                    .isEqualTo(Map.of("COMPLETED", (long) ids.size())));
  }

  private static void pass(Duration time) {
    await().pollDelay(time).atMost(time.plusSeconds(5)).until(() -> true);
  }

  private void publish(ProducerRecord<byte[], byte[]> record) {
    try (Producer<byte[], byte[]> producer =
        new KafkaProducer<>(
            endpoints.brokers().as(BrokerPrincipal.ADMIN),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.send(record);
    }
  }

  private ConsumerRecord<byte[], byte[]> only(String topic, byte[] value) {
    Map<String, ConsumerRecord<byte[], byte[]>> found = new HashMap<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            endpoints.brokers().as(BrokerPrincipal.ADMIN),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () -> {
                consumer
                    .poll(Duration.ofMillis(200))
                    .forEach(r -> found.put(new String(r.value(), StandardCharsets.UTF_8), r));
                return found.containsKey(new String(value, StandardCharsets.UTF_8));
              });
    }
    return found.get(new String(value, StandardCharsets.UTF_8));
  }
}
