package eu.digitalnorth.replay.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.envelope.CloudEventHeaders;
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
import eu.digitalnorth.replay.bundle.Payload;
import eu.digitalnorth.replay.bundle.RecordedRecord;
import eu.digitalnorth.replay.bundle.Recordings;
import eu.digitalnorth.replay.bundle.Selection;
import eu.digitalnorth.replay.capture.Capture;
import eu.digitalnorth.replay.capture.Limits;
import eu.digitalnorth.replay.cluster.Connection;
import eu.digitalnorth.replay.fault.Effect;
import eu.digitalnorth.replay.fault.Fault;
import eu.digitalnorth.replay.fault.FaultPlan;
import eu.digitalnorth.replay.fault.FaultReport;
import eu.digitalnorth.replay.fault.Part;
import eu.digitalnorth.replay.fault.Selector;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RunIT {
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
  void faultsStrikeAsPlannedAndTheReportTellsWhatBecameOfEach() throws Exception {
    List<RecordedRecord> recorded = Recordings.random(5, 500);
    Path bundle = Recordings.write(folder.resolve("r"), recorded);
    FaultPlan plan =
        new FaultPlan(
            7,
            List.of(
                fault(0.1, new Effect.Drop()),
                fault(0.1, new Effect.Corrupt(new Part(Part.Kind.VALUE, null), 1)),
                fault(0.1, new Effect.Duplicate(1, Duration.ofMillis(100))),
                fault(0.1, new Effect.Reorder(Effect.Within.PARTITION, 2))));

    List<JsonNode> first = runWithFaults(bundle, plan, "replay." + UUID.randomUUID() + '.');
    List<JsonNode> second = runWithFaults(bundle, plan, "replay." + UUID.randomUUID() + '.');

    assertThat(first).hasSizeGreaterThan(100).hasSameSizeAs(second);
    for (int i = 0; i < first.size(); i++) {
      assertThat(first.get(i).path("record")).isEqualTo(second.get(i).path("record"));
      assertThat(first.get(i).path("faults")).isEqualTo(second.get(i).path("faults"));
    }
  }

  /** What the report says is on the topics, is there. */
  private List<JsonNode> runWithFaults(Path path, FaultPlan plan, String prefix) throws Exception {
    Path file = folder.resolve(prefix + "jsonl");
    RunSettings settings =
        RunSettings.everything().to(new TopicMapping(prefix, Map.of())).with(plan);
    RunReport report;
    try (Bundle bundle = Bundle.openVerified(path);
        FaultReport faults = FaultReport.to(file)) {
      Run run = new Run(bundle, cluster.administrator().withRegistry(null), settings);
      report = run.execute(run.plan(), faults, Watcher.none(), () -> false);
    }
    Map<String, RawRecord> replayed = new HashMap<>();
    for (String topic : List.of("topic.0", "topic.1")) {
      exchange.topics().readAll(prefix + topic).forEach(raw -> replayed.put(place(raw), raw));
    }
    assertThat(replayed).hasSize((int) report.records());
    assertThat(report.faults().keySet()).contains("drop", "corrupt", "duplicate", "reorder");
    List<JsonNode> lines = new ArrayList<>();
    Set<String> told = new HashSet<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode struck = JsonMapper.shared().readTree(line);
      lines.add(struck);
      for (JsonNode place : struck.path("became")) {
        RawRecord raw = replayed.get(place.asString());
        assertThat(raw.header(HeaderPolicy.ORIGIN)).contains(struck.path("record").asString());
        assertThat(raw.header(HeaderPolicy.FAULT)).isPresent();
        told.add(place.asString());
      }
    }
    assertThat(replayed.values().stream().filter(raw -> raw.header(HeaderPolicy.FAULT).isPresent()))
        .hasSize(told.size());
    return lines;
  }

  private static String place(RawRecord raw) {
    return raw.topic() + '-' + raw.partition() + '@' + raw.offset();
  }

  private static Fault fault(double rate, Effect effect) {
    return new Fault(new Selector(rate, Set.of(), Set.of(), Recordings.everything()), effect);
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
            false,
            FaultPlan.NONE));

    assertThat(exchange.topics().readAll(target))
        .extracting(RawTopics::keyOf)
        .containsExactlyInAnyOrder("k5", "k6", "k7", "k8", "k9", "k10", "k11", "k12", "k13", "k14");
    assertThat(exchange.topics().readAll(target)).extracting(RawRecord::partition).contains(0, 1);
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

  private static void fails(ThrowingCallable action, Failure failure, String message) {
    assertThatThrownBy(action)
        .isInstanceOfSatisfying(
            ReplayException.class, e -> assertThat(e.failure()).isEqualTo(failure))
        .hasMessageContaining(message);
  }
}
