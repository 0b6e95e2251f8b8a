package eu.digitalnorth.local.bench;

import eu.digitalnorth.country.AuthorityId;
import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.local.installation.Endpoints;
import eu.digitalnorth.local.portal.PortalMessages;
import eu.digitalnorth.local.portal.Secrecy;
import eu.digitalnorth.local.token.Tokens;
import eu.digitalnorth.messaging.codec.AvroCodec;
import eu.digitalnorth.messaging.personal.NationalKeys;
import eu.digitalnorth.messaging.setup.SchemaRegistryClients;
import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.messaging.trust.MessageSigning;
import eu.digitalnorth.schemas.eid.AttestationIssued;
import eu.digitalnorth.schemas.eid.LoginHint;
import eu.digitalnorth.schemas.wire.Authority;
import eu.digitalnorth.schemas.wire.EvidenceType;
import eu.digitalnorth.servers.Progress;
import eu.digitalnorth.trust.KeyDirectory;
import eu.digitalnorth.trust.broker.BrokerPrincipal;
import eu.digitalnorth.trust.crypto.CryptoProvider;
import eu.digitalnorth.trust.encryption.ResponseKeyPair;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Evidence exchanges through the running services, and plain request and reply of records of the
 * same sizes over the same broker, in turns.
 */
public final class Benchmark {
  private static final String REQUESTER = "NO:university-admissions";
  private static final CountryCode PROVIDER = CountryCode.of("EE");
  private static final String PROCEDURE = "T2";
  private static final String PERSONA = "student";
  private static final Duration REPLY_PATIENCE = Duration.ofSeconds(30);

  private final BenchClients clients;
  private final BenchClients rawClients;
  private final PortalMessages portal;
  private final EvidenceRequests.Subject subject;
  private final Attesting attesting;
  private final Secrecy secrecy;
  private final Progress progress;

  Benchmark(
      BenchClients clients,
      BenchClients rawClients,
      PortalMessages portal,
      EvidenceRequests.Subject subject,
      Attesting attesting,
      Secrecy secrecy,
      Progress progress) {
    this.clients = clients;
    this.rawClients = rawClients;
    this.portal = portal;
    this.subject = subject;
    this.attesting = attesting;
    this.secrecy = secrecy;
    this.progress = progress;
  }

  /** The study scenario's evidence, asked for by Norway of Estonia. */
  public static Benchmark on(Endpoints endpoints, Progress progress) {
    CountryProfiles profiles = CountryProfiles.load();
    AuthorityId university = new AuthorityId(REQUESTER);
    Authority requester =
        new Authority(
            university.country().value(),
            university.value(),
            profiles.authority(university).orElseThrow().name());
    EvidenceRequests.Subject subject =
        new EvidenceRequests.Subject(PROVIDER, requester, PROCEDURE, EvidenceType.DIPLOMA);
    AvroCodec codec =
        new AvroCodec(
            SchemaRegistryClients.create(endpoints.schemaRegistry()),
            endpoints.schemaRegistry().toString());
    BenchClients clients =
        new BenchClients(endpoints.brokers().as(BrokerPrincipal.of(university.country())));
    // Nobody else has topics that the catalogue does not know.
    BenchClients rawClients = new BenchClients(endpoints.brokers().as(BrokerPrincipal.ADMIN));
    KeyDirectory keys = new KeyDirectory(endpoints.brokers().keys());
    PortalMessages portal =
        new PortalMessages(university.country(), codec, new MessageSigning(keys));
    // One response key for all exchanges: making one for each is not what is measured.
    Secrecy secrecy =
        new Secrecy(
            new NationalKeys(keys.ring(List.of(PROVIDER)), keys),
            ResponseKeyPair.generate(CryptoProvider.best()));
    LoginHint citizen =
        new Citizens(endpoints.of(Service.REGISTRY, PROVIDER), new Tokens(endpoints.issuer()))
            .persona(PROVIDER, PERSONA);
    return new Benchmark(
        clients,
        rawClients,
        portal,
        subject,
        new Attesting(clients, portal, subject, citizen, secrecy),
        secrecy,
        progress);
  }

  /**
   * One pair of runs for each concurrency.
   *
   * @throws BenchException if somebody does not answer, or refuses
   */
  public BenchReport run(BenchSettings settings) {
    List<BenchReport.Pair> pairs = new ArrayList<>();
    for (int concurrency : settings.concurrencies()) {
      progress.report("Attesting exchanges for concurrency " + concurrency);
      Map<String, AttestationIssued> attested = attesting.attest(concurrency);
      EvidenceRequests requests =
          new EvidenceRequests(portal, subject, attested, secrecy.responseKey());
      progress.report("Measuring raw Kafka at concurrency " + concurrency);
      Measurement raw = raw(requests, attested, settings.warmUp(), settings.measured());
      progress.report("Measuring the exchange at concurrency " + concurrency);
      Measurement exchange = exchange(requests, attested, settings.warmUp(), settings.measured());
      pairs.add(new BenchReport.Pair(raw, exchange));
    }
    return new BenchReport(
        System.getProperty("java.vm.name") + ' ' + Runtime.version(),
        Runtime.getRuntime().availableProcessors(),
        pairs);
  }

  private Measurement exchange(
      EvidenceRequests requests,
      Map<String, AttestationIssued> attested,
      Duration warmUp,
      Duration measured) {
    try (Producer<byte[], byte[]> producer = clients.producer();
        var replies = clients.consumerAtEnd(responseTopic())) {
      return new RoundTrips(producer, replies, requests).run(attested.keySet(), warmUp, measured);
    }
  }

  private Measurement raw(
      EvidenceRequests requests,
      Map<String, AttestationIssued> attested,
      Duration warmUp,
      Duration measured) {
    ProducerRecord<byte[], byte[]> reply = sampleReply(requests, attested);
    Map<String, ProducerRecord<byte[], byte[]>> prepared = new HashMap<>();
    try (RawEcho echo = new RawEcho(rawClients, reply);
        Producer<byte[], byte[]> producer = rawClients.producer();
        var replies = rawClients.consumerAtEnd(echo.replyTopic())) {
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
    return TopicCatalogue.EVIDENCE_RESPONSE.nameFor(portal.sender());
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
