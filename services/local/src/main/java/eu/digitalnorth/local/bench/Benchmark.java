package eu.digitalnorth.local.bench;

import eu.digitalnorth.messaging.codec.AvroCodec;
import eu.digitalnorth.schemas.eid.AttestationIssued;
import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Evidence exchanges through the running services, and plain request and reply of records of the
 * same sizes over the same broker, in turns.
 */
final class Benchmark {
  private static final Duration REPLY_PATIENCE = Duration.ofSeconds(30);

  private final BenchClients clients;
  private final AvroCodec codec;
  private final EvidenceRequests.Subject subject;
  private final Attesting attesting;
  private final Consumer<String> progress;

  Benchmark(
      BenchClients clients,
      AvroCodec codec,
      EvidenceRequests.Subject subject,
      Attesting attesting,
      Consumer<String> progress) {
    this.clients = clients;
    this.codec = codec;
    this.subject = subject;
    this.attesting = attesting;
    this.progress = progress;
  }

  /** One pair of runs for each concurrency. */
  RoundTrips.Report run(List<Integer> concurrencies, Duration warmUp, Duration measured) {
    List<RoundTrips.Pair> pairs = new ArrayList<>();
    for (int concurrency : concurrencies) {
      progress.accept("Attesting " + concurrency + " exchanges");
      Map<String, AttestationIssued> attested = attesting.attest(concurrency);
      EvidenceRequests requests = new EvidenceRequests(codec, subject, attested);
      progress.accept("Measuring raw Kafka at concurrency " + concurrency);
      RoundTrips.Measurement raw = raw(requests, attested, warmUp, measured);
      progress.accept("Measuring the exchange at concurrency " + concurrency);
      RoundTrips.Measurement exchange = exchange(requests, attested, warmUp, measured);
      pairs.add(new RoundTrips.Pair(raw, exchange));
    }
    return new RoundTrips.Report(
        System.getProperty("java.vm.name") + ' ' + Runtime.version(),
        Runtime.getRuntime().availableProcessors(),
        pairs);
  }

  private RoundTrips.Measurement exchange(
      EvidenceRequests requests,
      Map<String, AttestationIssued> attested,
      Duration warmUp,
      Duration measured) {
    try (Producer<byte[], byte[]> producer = clients.producer();
        var replies = clients.consumerAtEnd(responseTopic())) {
      return new RoundTrips(producer, replies, requests).run(attested.keySet(), warmUp, measured);
    }
  }

  private RoundTrips.Measurement raw(
      EvidenceRequests requests,
      Map<String, AttestationIssued> attested,
      Duration warmUp,
      Duration measured) {
    ProducerRecord<byte[], byte[]> reply = sampleReply(requests, attested);
    Map<String, ProducerRecord<byte[], byte[]>> prepared = new HashMap<>();
    try (RawEcho echo = new RawEcho(clients, reply);
        Producer<byte[], byte[]> producer = clients.producer();
        var replies = clients.consumerAtEnd(echo.replyTopic())) {
      attested.keySet().forEach(id -> prepared.put(id, raw(echo, requests.next(id))));
      return new RoundTrips(producer, replies, new RawRequests(prepared))
          .run(attested.keySet(), warmUp, measured);
    }
  }

  /** One real reply, of which the raw ones have the size. */
  private ProducerRecord<byte[], byte[]> sampleReply(
      EvidenceRequests requests, Map<String, AttestationIssued> attested) {
    String exchangeId = attested.keySet().iterator().next();
    long deadline = System.nanoTime() + REPLY_PATIENCE.toNanos();
    try (Producer<byte[], byte[]> producer = clients.producer();
        var replies = clients.consumerAtEnd(responseTopic())) {
      producer.send(requests.next(exchangeId));
      while (System.nanoTime() < deadline) {
        ConsumerRecords<byte[], byte[]> polled = replies.poll(Duration.ofMillis(200));
        for (ConsumerRecord<byte[], byte[]> reply : polled) {
          if (exchangeId.equals(requests.answered(reply))) {
            return new ProducerRecord<>(
                reply.topic(), null, reply.key(), reply.value(), reply.headers());
          }
        }
      }
    }
    throw new BenchException("The evidence service does not answer");
  }

  private String responseTopic() {
    return TopicCatalogue.EVIDENCE_RESPONSE.nameFor(
        CountryCode.of(subject.requester().getCountry()));
  }

  private static ProducerRecord<byte[], byte[]> raw(
      RawEcho echo, ProducerRecord<byte[], byte[]> request) {
    return new ProducerRecord<>(
        echo.requestTopic(), null, request.key(), request.value(), request.headers());
  }

  /** The same records again and again: raw Kafka does not look inside. */
  private record RawRequests(Map<String, ProducerRecord<byte[], byte[]>> prepared)
      implements RoundTrips.Requests {

    @Override
    public ProducerRecord<byte[], byte[]> next(String conversation) {
      ProducerRecord<byte[], byte[]> record = prepared.get(conversation);
      if (record == null) {
        throw new BenchException("No record was prepared");
      }
      return new ProducerRecord<>(
          record.topic(), null, record.key(), record.value(), record.headers());
    }

    @Override
    public @Nullable String answered(ConsumerRecord<byte[], byte[]> reply) {
      return new String(reply.key(), StandardCharsets.UTF_8);
    }
  }
}
