package eu.digitalnorth.replay.run;

import static eu.digitalnorth.replay.fixture.Failing.fails;
import static eu.digitalnorth.replay.run.Runs.everythingUnder;
import static eu.digitalnorth.replay.run.Runs.newPrefix;
import static eu.digitalnorth.replay.run.Runs.run;
import static org.assertj.core.api.Assertions.assertThat;

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
import eu.digitalnorth.replay.Watcher;
import eu.digitalnorth.replay.bundle.Bundle;
import eu.digitalnorth.replay.bundle.Payload;
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
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the recording arrives, and what must not be replayed is not. */
class RunIT {
  /** More than the first registry has schemas. */
  private static final int FILLERS = 150;

  private static final String STATUS = "ee.eid.attestation-status.v1";
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
    String prefix = newPrefix();

    run(bundle, replay, everythingUnder(prefix));

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
  void aPlanChangesNothing() throws Exception {
    Path bundle = Recordings.write(folder.resolve("r"), Recordings.random(2, 50));
    Connection target = cluster.administrator().withRegistry(otherRegistry.url());
    String prefix = newPrefix();
    RunPlan plan;
    try (Bundle opened = Bundle.openVerified(bundle)) {
      plan = new Run(opened, target, everythingUnder(prefix)).plan();
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
    String prefix = newPrefix();
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
        () -> run(bundle, target, everythingUnder(prefix)),
        Failure.INCOMPATIBLE,
        "refuses test.Thing under " + prefix + "topic.0-value");
    assertThat(topicNames()).noneMatch(name -> name.startsWith(prefix));
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
}
