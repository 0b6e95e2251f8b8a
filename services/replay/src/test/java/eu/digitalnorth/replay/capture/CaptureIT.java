package eu.digitalnorth.replay.capture;

import static eu.digitalnorth.replay.fixture.Failing.fails;
import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.envelope.Source;
import eu.digitalnorth.messaging.fixture.ExchangeFixture;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.replay.Failure;
import eu.digitalnorth.replay.Watcher;
import eu.digitalnorth.replay.bundle.Bundle;
import eu.digitalnorth.replay.bundle.Framing;
import eu.digitalnorth.replay.bundle.Manifest;
import eu.digitalnorth.replay.bundle.Payload;
import eu.digitalnorth.replay.bundle.RecordStream;
import eu.digitalnorth.replay.bundle.RecordedPartition;
import eu.digitalnorth.replay.bundle.RecordedRecord;
import eu.digitalnorth.replay.bundle.Recordings;
import eu.digitalnorth.replay.bundle.Selection;
import eu.digitalnorth.replay.cluster.Connection;
import eu.digitalnorth.replay.decode.Decoder;
import eu.digitalnorth.replay.fixture.Cluster;
import eu.digitalnorth.schemas.SchemaHash;
import eu.digitalnorth.schemas.eid.AttestationStatus;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptureIT {
  private static final int MANY = 2_000;
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  private static ExchangeFixture exchange;
  private static Cluster cluster;

  @TempDir private Path folder;

  @BeforeAll
  static void prepare() {
    exchange = ExchangeFixture.between("ee", "no");
    cluster = new Cluster();
  }

  @Test
  void theTesterRecordsWhatHasASubjectWithItsSchemas() {
    String wanted = publishStatus("ee");
    publishStatus("ee");
    publishStatus("no", wanted);

    Manifest manifest =
        capture(
            cluster.tester(exchange, "ee", "no"),
            new Selection(
                List.of(),
                null,
                "beginning",
                "end",
                List.of(),
                Map.of(),
                List.of("AttestationStatus"),
                List.of(wanted),
                Selection.READ_COMMITTED));

    assertThat(read()).hasSize(2).allMatch(record -> wanted.equals(record.keyText()));
    assertThat(read())
        .extracting(RecordedRecord::topic)
        .containsExactly("ee.eid.attestation-status.v1", "no.eid.attestation-status.v1");
    assertThat(read())
        .allSatisfy(
            record -> {
              assertThat(record.value().framing()).isEqualTo(Framing.PREFIX_V0);
              assertThat(record.header("signature")).isPresent();
            });
    assertThat(manifest.schemas())
        .singleElement()
        .satisfies(
            schema -> {
              assertThat(schema.sha256())
                  .isEqualTo(SchemaHash.of(AttestationStatus.getClassSchema()));
              assertThat(schema.registrations())
                  .hasSize(2)
                  .allMatch(r -> r.compatibility().equals("FULL_TRANSITIVE"));
            });
    try (Bundle bundle = Bundle.openVerified(bundle())) {
      assertThat(new Decoder(bundle).document(read().getFirst()))
          .extracting("value")
          .extracting("token")
          .isEqualTo("token");
    }
  }

  @Test
  void everythingThatKafkaAllowsIsRecordedByteForByte() {
    String topic = cluster.topic("odd." + UUID.randomUUID(), 3, Map.of());
    List<RecordedRecord> written = Recordings.random(1, MANY);
    byte[] large = new byte[1_000_000];
    cluster.write(topic, written);
    cluster.write(topic, List.of(Recordings.record(topic, 0, 0, "large", Payload.raw(large))));

    capture(cluster.administrator().withRegistry(null), Selection.of(topic));

    List<String> expected = new ArrayList<>(written.stream().map(CaptureIT::bytesOf).toList());
    expected.add(bytesOf(Recordings.record(topic, 0, 0, "large", Payload.raw(large))));
    assertThat(read()).extracting(CaptureIT::bytesOf).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void whatIsNotCommittedIsNotRecordedAndMarkersOfTransactionsDoNotHoldItUp() {
    String topic = cluster.topic("transactions." + UUID.randomUUID(), 1, Map.of());
    transaction(topic, "aborted", false);
    transaction(topic, "committed", true);

    Manifest manifest = capture(cluster.administrator(), Selection.of(topic));

    assertThat(read()).extracting(RecordedRecord::keyText).containsExactly("committed");
    assertThat(manifest.partitions()).extracting(RecordedPartition::toOffset).containsExactly(4L);
  }

  @Test
  void itBeginsAndEndsWhereItIsTold() {
    String topic = cluster.topic("range." + UUID.randomUUID(), 1, Map.of());
    List<RecordedRecord> written = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      written.add(Recordings.record(topic, 0, i, "k" + i, Payload.raw(new byte[] {1})));
    }
    cluster.write(topic, written);
    String third = Instant.ofEpochMilli(written.get(2).timestamp()).toString();

    capture(
        cluster.administrator(),
        new Selection(
            List.of(topic),
            null,
            third,
            "5",
            List.of(),
            Map.of(),
            List.of(),
            List.of(),
            Selection.READ_COMMITTED));

    assertThat(read()).extracting(RecordedRecord::keyText).containsExactly("k2", "k3", "k4");
  }

  @Test
  void whatWasStoppedIsResumedWithNothingTwiceAndNothingMissing() {
    String topic = cluster.topic("stopped." + UUID.randomUUID(), 3, Map.of());
    cluster.write(topic, Recordings.random(2, MANY));
    Connection connection = cluster.administrator().withRegistry(null);
    // One record at a time from the broker, so that there is a middle to be stopped in.
    AtomicInteger asked = new AtomicInteger();
    Connection slow = slowly(connection);

    Manifest stopped =
        new Capture(slow, Clock.systemUTC(), Watcher.none())
            .record(
                bundle(),
                Selection.of(topic),
                new Limits(null, null, () -> asked.incrementAndGet() > 4));
    assertThat(stopped.finishedAt()).isNull();
    assertThat(stopped.records()).isPositive().isLessThan(MANY);
    fails(() -> Bundle.open(bundle()), Failure.NO_BUNDLE, "is not finished");
    new Capture(connection, Clock.systemUTC(), Watcher.none()).resume(bundle(), Limits.none());

    List<RecordedRecord> resumed = read();
    assertThat(resumed).hasSize(MANY);
    assertThat(resumed.stream().map(RecordedRecord::place).distinct()).hasSize(MANY);
  }

  @Test
  void aLiveRecordingEndsAtItsLimitAndIsWhole() {
    String topic = cluster.topic("live." + UUID.randomUUID(), 1, Map.of());
    cluster.write(
        topic, Recordings.random(3, 100).stream().filter(r -> r.partition() == 0).toList());

    Manifest manifest =
        new Capture(cluster.administrator().withRegistry(null), Clock.systemUTC(), Watcher.none())
            .record(
                bundle(),
                new Selection(
                    List.of(topic),
                    null,
                    "beginning",
                    null,
                    List.of(),
                    Map.of(),
                    List.of(),
                    List.of(),
                    Selection.READ_COMMITTED),
                new Limits(7L, null, () -> false));

    assertThat(read()).hasSize(7);
    assertThat(manifest.partitions()).extracting(RecordedPartition::toOffset).containsExactly(7L);
  }

  @Test
  void progressIsToldUpToTheEnd() {
    String topic = cluster.topic("progress." + UUID.randomUUID(), 1, Map.of());
    cluster.write(
        topic, Recordings.random(4, 300).stream().filter(r -> r.partition() == 0).toList());
    List<Long> done = new ArrayList<>();
    List<Long> totals = new ArrayList<>();

    new Capture(
            cluster.administrator(),
            Clock.systemUTC(),
            (looked, total, records) -> {
              done.add(looked);
              totals.add(total);
            })
        .record(bundle(), Selection.of(topic), Limits.none());

    assertThat(done).isSorted();
    assertThat(done.getLast()).isEqualTo(totals.getLast()).isEqualTo(read().size());
  }

  @Test
  void aTopicThatIsNotThereIsNamedWithASimilarOne() {
    fails(
        () -> capture(cluster.tester(exchange, "ee"), Selection.of("ee.evidence.reqest.v1")),
        Failure.TOPIC,
        "There is no topic ee.evidence.reqest.v1");
  }

  @Test
  void aBrokerThatIsNotThereIsSaidToBeNone() {
    Connection nobody =
        new Connection(
            Map.of("bootstrap.servers", "127.0.0.1:1", "request.timeout.ms", 1_000), null);

    fails(() -> capture(nobody, Selection.of("any")), Failure.BROKER, "127.0.0.1:1");
  }

  @Test
  void aRegistryThatDoesNotAnswerIsSaidNotTo() {
    publishStatus("ee");

    fails(
        () ->
            capture(
                cluster.tester(exchange, "ee").withRegistry("http://127.0.0.1:1"),
                Selection.of("ee.eid.attestation-status.v1")),
        Failure.REGISTRY,
        "http://127.0.0.1:1 does not answer");
  }

  private String publishStatus(String country) {
    return publishStatus(country, UUID.randomUUID().toString());
  }

  private String publishStatus(String country, String key) {
    exchange.publish(
        TopicCatalogue.ATTESTATION_STATUS,
        CountryCode.of(country),
        Source.parse("urn:digital-north:%s:attestation".formatted(country)).orElseThrow(),
        key,
        new AttestationStatus(key, country.toUpperCase(Locale.ROOT), NOW, "token"));
    return key;
  }

  private static void transaction(String topic, String key, boolean commit) {
    try (Producer<byte[], byte[]> producer =
        cluster.administrator().producer(Map.of("transactional.id", topic + key))) {
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(Cluster.toSend(topic, Recordings.record(topic, 0, 0, key, Payload.raw(null))));
      producer.flush();
      if (commit) {
        producer.commitTransaction();
      } else {
        producer.abortTransaction();
      }
    }
  }

  private static Connection slowly(Connection connection) {
    Map<String, Object> settings = new HashMap<>(connection.settings());
    settings.put("max.poll.records", 50);
    return new Connection(settings, connection.registry());
  }

  private Path bundle() {
    return folder.resolve("recording");
  }

  private Manifest capture(Connection connection, Selection selection) {
    return new Capture(connection, Clock.systemUTC(), Watcher.none())
        .record(bundle(), selection, Limits.none());
  }

  private List<RecordedRecord> read() {
    List<RecordedRecord> records = new ArrayList<>();
    try (Bundle bundle = Bundle.openVerified(bundle());
        RecordStream stream = bundle.records()) {
      stream.forEachRemaining(records::add);
    }
    return records;
  }

  /** Key, value, headers, partition, time; not the offset, the topic and what was found out. */
  private static String bytesOf(RecordedRecord r) {
    return Recordings.describe(
        new RecordedRecord(
            "any",
            r.partition(),
            0,
            r.timestamp(),
            TimestampType.CREATE_TIME,
            Payload.raw(r.key().bytes()),
            Payload.raw(r.value().bytes()),
            r.headers()));
  }
}
