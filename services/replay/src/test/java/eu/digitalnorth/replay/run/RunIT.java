package eu.digitalnorth.replay.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.envelope.CloudEventHeaders;
import eu.digitalnorth.messaging.envelope.Header;
import eu.digitalnorth.messaging.envelope.RawRecord;
import eu.digitalnorth.messaging.envelope.Source;
import eu.digitalnorth.messaging.fixture.ExchangeFixture;
import eu.digitalnorth.messaging.fixture.RawTopics;
import eu.digitalnorth.messaging.setup.SchemaRegistryClients;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.messaging.trust.SignatureGate;
import eu.digitalnorth.messaging.trust.TrustedKeys;
import eu.digitalnorth.replay.Failure;
import eu.digitalnorth.replay.ReplayException;
import eu.digitalnorth.replay.Watcher;
import eu.digitalnorth.replay.bundle.Bundle;
import eu.digitalnorth.replay.bundle.Framing;
import eu.digitalnorth.replay.bundle.Payload;
import eu.digitalnorth.replay.bundle.RecordStream;
import eu.digitalnorth.replay.bundle.RecordedRecord;
import eu.digitalnorth.replay.bundle.Recordings;
import eu.digitalnorth.replay.bundle.Selection;
import eu.digitalnorth.replay.capture.Capture;
import eu.digitalnorth.replay.capture.Limits;
import eu.digitalnorth.replay.cluster.Connection;
import eu.digitalnorth.replay.fixture.Cluster;
import eu.digitalnorth.schemas.eid.AttestationStatus;
import eu.digitalnorth.servers.Port;
import eu.digitalnorth.servers.SchemaRegistryServer;
import eu.digitalnorth.trust.key.KeyRing;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.kafka.clients.admin.Admin;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunIT {
  private static final int MANY = 1_200;

  /** More than the first registry has schemas. */
  private static final int FILLERS = 150;

  private static final String STATUS = "ee.eid.attestation-status.v1";
  private static final String INBOX = "ee.evidence.request.v1";
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  @TempDir private static Path registryFolder;
  private static ExchangeFixture exchange;
  private static Cluster cluster;
  private static SchemaRegistryServer otherRegistry;

  @TempDir private Path folder;

  /** A second registry, in which other schemas came first, so that its ids differ. */
  @BeforeAll
  static void prepare() throws Exception {
    exchange = ExchangeFixture.between("ee", "no");
    cluster = new Cluster();
    otherRegistry = new SchemaRegistryServer(registryFolder, Port.any());
    otherRegistry.start();
    SchemaRegistryClient client = SchemaRegistryClients.create(URI.create(otherRegistry.url()));
    for (int i = 0; i < FILLERS; i++) {
      client.register("filler-" + i, new AvroSchema(filler(i)));
    }
  }

  private static Schema filler(int number) {
    return SchemaBuilder.record("Filler" + number).fields().endRecord();
  }

  @AfterAll
  static void stop() {
    otherRegistry.kill();
  }

  @Test
  void replayedBySomebodyWhoMayNothingElseTheSignatureStillVerifies() throws Exception {
    String key = publishStatus();
    Path bundle = capture("r", cluster.tester(exchange, "ee"), Selection.of(STATUS));
    Connection replay = cluster.replay(exchange).withRegistry(otherRegistry.url());
    String prefix = "replay." + UUID.randomUUID() + '.';

    run(bundle, replay, RunSettings.everything().to(new TopicMapping(prefix, Map.of())));

    RawRecord original = only(STATUS, key);
    RawRecord replayed = only(prefix + STATUS, key);
    assertThat(schemaId(replayed)).isNotEqualTo(schemaId(original)).isGreaterThan(FILLERS);
    assertThat(body(replayed)).isEqualTo(body(original));
    assertThat(replayed.header(HeaderPolicy.ORIGIN)).isPresent();
    TrustedKeys keys = new TrustedKeys(new KeyRing(exchange.keys().anchors()), exchange.codec());
    keys.accept(exchange.topics().readAll("ee.trust.key.v1"));
    new SignatureGate(keys).check(STATUS, replayed, CloudEventHeaders.read(replayed));
  }

  /** Null and empty, tombstones, odd headers, versions of schemas, none, GUIDs, a large one. */
  @Test
  void recordingAReplayGivesTheSameButForOffsetsAndIds() throws Exception {
    String topic = cluster.topic("round." + UUID.randomUUID(), 3, Map.of());
    cluster.write(topic, written(topic));
    Path first = capture("first", cluster.administrator(), Selection.of(topic));
    Connection target = cluster.administrator().withRegistry(otherRegistry.url());
    String copy = "replay." + topic;

    run(first, target, RunSettings.everything().withHeadersAsRecorded());

    Path second = capture("second", target, Selection.of(copy));
    assertThat(contents(second)).isEqualTo(contents(first)).hasSize(MANY + 1);
    assertThat(ids(second)).doesNotContainAnyElementsOf(ids(first));
    try (Bundle one = Bundle.open(first);
        Bundle two = Bundle.open(second)) {
      assertThat(two.manifest().schemas()).hasSize(2);
      assertThat(two.manifest().schemas().getFirst().registrations().getFirst().compatibility())
          .isEqualTo("FULL_TRANSITIVE");
      assertThat(two.manifest().schemas().stream().map(s -> s.sha256()))
          .containsExactlyElementsOf(
              one.manifest().schemas().stream().map(s -> s.sha256()).toList());
    }
  }

  @Test
  void anAlteredRecordingIsNotReplayed() throws Exception {
    Path bundle = Recordings.write(folder.resolve("r"), Recordings.random(1, 20));
    Path file = bundle.resolve("records/topic.0-0.avro");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);

    fails(
        () -> run(bundle, cluster.administrator(), RunSettings.everything()),
        Failure.DIFFERENT,
        "records/topic.0-0.avro");
  }

  @Test
  void topicsThatServicesReadAreRefusedUnlessToldTwice() {
    Path bundle =
        Recordings.write(
            folder.resolve("r"),
            List.of(Recordings.record(INBOX, 0, 0, "k", Payload.raw(new byte[] {1}))));
    RunSettings there = RunSettings.everything().to(new TopicMapping("", Map.of()));
    long before = exchange.topics().readAll(INBOX).size();

    fails(() -> run(bundle, cluster.administrator(), there), Failure.USAGE, "--live");
    fails(
        () -> run(bundle, cluster.administrator(), there.with(LiveTopics.SAID_ONCE)),
        Failure.USAGE,
        "--confirm-live");
    assertThat(exchange.topics().readAll(INBOX)).hasSize((int) before);
  }

  @Test
  void replaysPrincipalCannotBeTalkedInto() {
    Path bundle =
        Recordings.write(
            folder.resolve("r"),
            List.of(Recordings.record(INBOX, 0, 0, "k", Payload.raw(new byte[] {1}))));

    fails(
        () ->
            run(
                bundle,
                cluster.replay(exchange),
                RunSettings.everything()
                    .to(new TopicMapping("", Map.of()))
                    .with(LiveTopics.SAID_TWICE)),
        Failure.REFUSED,
        INBOX);
  }

  @Test
  void aPlanChangesNothing() throws Exception {
    Path bundle = Recordings.write(folder.resolve("r"), Recordings.random(2, 50));
    Connection target = cluster.administrator().withRegistry(otherRegistry.url());
    String prefix = "replay." + UUID.randomUUID() + '.';
    RunPlan plan;
    try (Bundle opened = Bundle.openVerified(bundle)) {
      plan =
          new Run(opened, target, RunSettings.everything().to(new TopicMapping(prefix, Map.of())))
              .plan();
    }

    assertThat(plan.topics())
        .extracting(TargetTopic::name)
        .containsExactly(prefix + "topic.0", prefix + "topic.1");
    assertThat(plan.topics()).noneMatch(TargetTopic::exists);
    assertThat(plan.schemas())
        .extracting(SubjectSchema::subject)
        .contains(prefix + "topic.0-value");
    SchemaRegistryClient client = SchemaRegistryClients.create(URI.create(otherRegistry.url()));
    assertThat(client.getAllSubjects()).noneMatch(subject -> subject.startsWith(prefix));
    assertThat(topicNames()).noneMatch(name -> name.startsWith(prefix));
  }

  @Test
  void aSchemaThatDoesNotGoWithTheTargetsIsRefusedBeforeAnyTopicIsMade() throws Exception {
    Path bundle = Recordings.write(folder.resolve("r"), Recordings.random(3, 50));
    Connection target = cluster.administrator().withRegistry(otherRegistry.url());
    String prefix = "replay." + UUID.randomUUID() + '.';
    SchemaRegistryClient client = SchemaRegistryClients.create(URI.create(otherRegistry.url()));
    client.updateCompatibility(prefix + "topic.0-value", "FULL_TRANSITIVE");
    client.register(
        prefix + "topic.0-value",
        new AvroSchema(
            SchemaBuilder.record("Thing")
                .namespace("test")
                .fields()
                .requiredInt("id")
                .endRecord()));

    fails(
        () -> run(bundle, target, RunSettings.everything().to(new TopicMapping(prefix, Map.of()))),
        Failure.INCOMPATIBLE,
        "refuses test.Thing under " + prefix + "topic.0-value");
    assertThat(topicNames()).noneMatch(name -> name.startsWith(prefix));
  }

  @Test
  void atRecordedPaceTheIntervalsAreTheRecordedOnes() {
    List<RecordedRecord> recorded =
        IntStream.range(0, 200)
            .mapToObj(i -> Recordings.record("paced", 0, i * 10L + i % 7, "k", Payload.raw(null)))
            .toList();
    Path bundle = Recordings.write(folder.resolve("r"), recorded);
    String target = "replay." + UUID.randomUUID();

    run(
        bundle,
        cluster.administrator(),
        RunSettings.everything()
            .to(new TopicMapping("", Map.of("paced", target)))
            .at(new Pace.Intervals(1)));

    List<RawRecord> replayed = exchange.topics().readAll(target);
    assertThat(replayed).hasSize(recorded.size());
    // How exact it is depends on who else uses the machine; Throughput measures it.
    long lasted = replayed.getLast().timestamp() - replayed.getFirst().timestamp();
    long due = recorded.getLast().timestamp() - recorded.getFirst().timestamp();
    assertThat(lasted).isBetween(due - 50, due + 1_000);
  }

  @Test
  void itBeginsInTheMiddleAndEndsAtItsLimitAndTheKeyMayDecideThePartition() {
    List<RecordedRecord> recorded =
        IntStream.range(0, 20)
            .mapToObj(i -> Recordings.record("middle", 0, i, "k" + i, Payload.raw(null)))
            .toList();
    Path bundle = Recordings.write(folder.resolve("r"), recorded);
    String target = cluster.topic("replay." + UUID.randomUUID(), 2, Map.of());
    RunSettings all = RunSettings.everything();

    run(
        bundle,
        cluster.administrator(),
        new RunSettings(
            all.topics(),
            all.filter(),
            recorded.get(5).timestamp(),
            10L,
            new TopicMapping("", Map.of("middle", target)),
            all.pace(),
            all.headers(),
            false,
            true,
            all.live(),
            false));

    assertThat(exchange.topics().readAll(target))
        .extracting(RawTopics::keyOf)
        .containsExactlyInAnyOrder("k5", "k6", "k7", "k8", "k9", "k10", "k11", "k12", "k13", "k14");
    assertThat(exchange.topics().readAll(target)).extracting(RawRecord::partition).contains(0, 1);
  }

  /** Records with two versions of a schema among everything else. */
  private static List<RecordedRecord> written(String topic) throws Exception {
    SchemaRegistryClient client =
        SchemaRegistryClients.create(
            URI.create(String.valueOf(cluster.administrator().registry())));
    client.updateCompatibility(topic + "-value", "FULL_TRANSITIVE");
    int[] ids = new int[2];
    for (int i = 0; i < 2; i++) {
      ids[i] = client.register(topic + "-value", new AvroSchema(Recordings.VERSIONS.get(i)));
    }
    List<RecordedRecord> records = new ArrayList<>();
    for (RecordedRecord r : Recordings.random(42, MANY)) {
      Payload value = r.value();
      if (value.schema() != null) {
        int version = value.schema().equals(Recordings.hash(Recordings.VERSIONS.get(0))) ? 0 : 1;
        ByteBuffer.wrap(value.bytes()).putInt(1, ids[version]);
      }
      List<Header> headers = new ArrayList<>(r.headers());
      if (value.framing() == Framing.HEADER_GUID_V1) {
        byte[] guid = new byte[17];
        guid[0] = 1;
        headers.add(new Header("__value_schema_id", guid));
      }
      records.add(
          new RecordedRecord(
              topic,
              r.partition(),
              r.offset(),
              r.timestamp(),
              r.timestampType(),
              r.key(),
              value,
              headers));
    }
    records.add(Recordings.record(topic, 0, 0, "large", Payload.raw(new byte[1_000_000])));
    return records;
  }

  private static Set<String> topicNames() throws Exception {
    try (Admin admin = cluster.administrator().admin()) {
      return admin.listTopics().names().get();
    }
  }

  private static String publishStatus() {
    String key = UUID.randomUUID().toString();
    exchange.publish(
        TopicCatalogue.ATTESTATION_STATUS,
        CountryCode.of("ee"),
        Source.parse("urn:digital-north:ee:attestation").orElseThrow(),
        key,
        new AttestationStatus(key, "EE", NOW, "token"));
    return key;
  }

  private static RawRecord only(String topic, String key) {
    List<RawRecord> found =
        exchange.topics().readAll(topic).stream()
            .filter(raw -> key.equals(RawTopics.keyOf(raw)))
            .toList();
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  private static int schemaId(RawRecord raw) {
    return ByteBuffer.wrap(raw.value()).getInt(1);
  }

  private static byte[] body(RawRecord raw) {
    return Arrays.copyOfRange(raw.value(), Payload.PREFIX_BYTES, raw.value().length);
  }

  private Path capture(String name, Connection connection, Selection selection) {
    Path bundle = folder.resolve(name);
    new Capture(connection, Clock.systemUTC(), Watcher.none())
        .record(bundle, selection, Limits.none());
    return bundle;
  }

  private static void run(Path path, Connection connection, RunSettings settings) {
    try (Bundle bundle = Bundle.openVerified(path)) {
      Run run = new Run(bundle, connection, settings);
      run.execute(run.plan(), Watcher.none(), () -> false);
    }
  }

  /** Everything but topic, offset and schema id, by partition. */
  private static List<String> contents(Path path) {
    List<String> contents = new ArrayList<>();
    try (Bundle bundle = Bundle.openVerified(path);
        RecordStream records = bundle.records()) {
      while (records.hasNext()) {
        RecordedRecord r = records.next();
        contents.add(
            Recordings.describe(
                new RecordedRecord(
                    "any",
                    r.partition(),
                    0,
                    r.timestamp(),
                    r.timestampType(),
                    r.key(),
                    withoutId(r.value()),
                    r.headers())));
      }
    }
    return contents;
  }

  private static Payload withoutId(Payload value) {
    if (value.schema() != null) {
      ByteBuffer.wrap(value.bytes()).putInt(1, 0);
    }
    return value;
  }

  private static List<Integer> ids(Path path) {
    try (Bundle bundle = Bundle.open(path)) {
      return bundle.manifest().schemas().stream().flatMap(s -> s.ids().stream()).toList();
    }
  }

  private static void fails(ThrowingCallable action, Failure failure, String message) {
    assertThatThrownBy(action)
        .isInstanceOfSatisfying(
            ReplayException.class, e -> assertThat(e.failure()).isEqualTo(failure))
        .hasMessageContaining(message);
  }
}
