package eu.digitalnorth.replay.run;

import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.messaging.envelope.Header;
import eu.digitalnorth.messaging.setup.SchemaRegistryClients;
import eu.digitalnorth.replay.Watcher;
import eu.digitalnorth.replay.bundle.Bundle;
import eu.digitalnorth.replay.bundle.Framing;
import eu.digitalnorth.replay.bundle.Payload;
import eu.digitalnorth.replay.bundle.RecordStream;
import eu.digitalnorth.replay.bundle.RecordedRecord;
import eu.digitalnorth.replay.bundle.RecordedSchema;
import eu.digitalnorth.replay.bundle.Recordings;
import eu.digitalnorth.replay.bundle.Selection;
import eu.digitalnorth.replay.capture.Capture;
import eu.digitalnorth.replay.capture.Limits;
import eu.digitalnorth.replay.cluster.Connection;
import eu.digitalnorth.replay.fixture.Cluster;
import eu.digitalnorth.replay.fixture.OtherPlace;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Captured, replayed into another, empty broker and registry, and captured there: the same but for
 * offsets and ids. Null and empty, tombstones, odd headers, no keys, versions of schemas, none,
 * GUIDs, records of a megabyte, timestamps of the producer and of the broker.
 */
class RoundTripIT {
  private static final int MANY = 1_200;

  /** More than the first registry has schemas. */
  private static final int FILLERS = 150;

  private static final byte[] LARGE = new byte[1_000_000];

  @TempDir private static Path otherFolder;
  private static Cluster cluster;
  private static OtherPlace other;

  @TempDir private Path folder;

  @BeforeAll
  static void prepare() throws Exception {
    cluster = new Cluster();
    other = new OtherPlace(otherFolder, FILLERS);
    new Random(1).nextBytes(LARGE);
  }

  @AfterAll
  static void stop() {
    other.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {42, 43, 44})
  void whatIsReplayedElsewhereAndCapturedThereIsTheSame(long seed) throws Exception {
    String base = "round." + UUID.randomUUID();
    String created = cluster.topic(base + ".a", 3, Map.of());
    String appended =
        cluster.topic(base + ".b", 3, Map.of("message.timestamp.type", "LogAppendTime"));
    cluster.write(created, written(created, "topic.0", seed));
    cluster.write(appended, written(appended, "topic.1", seed));
    Path first = capture("first", cluster.administrator(), created, appended);

    run(first, other.administrator());

    Path second =
        capture("second", other.administrator(), "replay." + created, "replay." + appended);
    assertThat(contents(second)).isEqualTo(contents(first)).hasSize(MANY + 2);
    assertThat(types(first))
        .containsExactly(TimestampType.CREATE_TIME, TimestampType.LOG_APPEND_TIME);
    assertThat(types(second)).containsExactly(TimestampType.CREATE_TIME);
    assertThat(schemas(second)).hasSize(2);
    assertThat(schemas(second).stream().flatMap(s -> s.ids().stream()))
        .doesNotContainAnyElementsOf(
            schemas(first).stream().flatMap(s -> s.ids().stream()).toList())
        .allMatch(id -> id > FILLERS);
    assertThat(schemas(second))
        .extracting(RecordedSchema::sha256)
        .containsExactlyElementsOf(schemas(first).stream().map(RecordedSchema::sha256).toList());
    assertThat(schemas(second).getFirst().registrations())
        .allMatch(registration -> "FULL_TRANSITIVE".equals(registration.compatibility()));
  }

  /** The generated records of a topic, with the ids of this registry, and a large one. */
  private static List<RecordedRecord> written(String topic, String generated, long seed)
      throws Exception {
    SchemaRegistryClient client =
        SchemaRegistryClients.create(
            URI.create(String.valueOf(cluster.administrator().registry())));
    client.updateCompatibility(topic + "-value", "FULL_TRANSITIVE");
    List<Integer> ids = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      ids.add(client.register(topic + "-value", new AvroSchema(Recordings.VERSIONS.get(i))));
    }
    List<RecordedRecord> records = new ArrayList<>();
    for (RecordedRecord r : Recordings.random(seed, MANY)) {
      if (r.topic().equals(generated)) {
        records.add(withIds(topic, r, ids));
      }
    }
    records.add(Recordings.record(topic, 0, 0, "large", Payload.raw(LARGE)));
    return records;
  }

  private static RecordedRecord withIds(String topic, RecordedRecord r, List<Integer> ids) {
    Payload value = r.value();
    List<Header> headers = new ArrayList<>(r.headers());
    if (value.schema() != null) {
      int version = value.schema().equals(Recordings.hash(Recordings.VERSIONS.get(0))) ? 0 : 1;
      ByteBuffer.wrap(value.bytes()).putInt(1, ids.get(version));
    }
    if (value.framing() == Framing.HEADER_GUID_V1) {
      byte[] guid = new byte[17];
      guid[0] = 1;
      headers.add(new Header("__value_schema_id", guid));
    }
    return new RecordedRecord(
        topic,
        r.partition(),
        r.offset(),
        r.timestamp(),
        r.timestampType(),
        r.key(),
        value,
        headers);
  }

  private Path capture(String name, Connection connection, String... topics) {
    Path bundle = folder.resolve(name);
    new Capture(connection, Clock.systemUTC(), Watcher.none())
        .record(bundle, Selection.of(topics), Limits.none());
    return bundle;
  }

  private static void run(Path path, Connection connection) {
    try (Bundle bundle = Bundle.openVerified(path)) {
      Run run =
          new Run(
              bundle,
              connection,
              RunSettings.everything().in(RecordForm.recorded(HeaderPolicy.AS_RECORDED)));
      run.execute(run.plan(), Watcher.none(), () -> false);
    }
  }

  /** Everything but offset, schema id, kind of timestamp, and what is in front of the topic. */
  private static List<String> contents(Path path) {
    List<String> contents = new ArrayList<>();
    for (RecordedRecord r : records(path)) {
      contents.add(
          Recordings.describe(
              new RecordedRecord(
                  r.topic().replaceFirst("^replay\\.", ""),
                  r.partition(),
                  0,
                  r.timestamp(),
                  TimestampType.CREATE_TIME,
                  r.key(),
                  withoutId(r.value()),
                  r.headers())));
    }
    return contents;
  }

  private static Payload withoutId(Payload value) {
    if (value.schema() != null) {
      ByteBuffer.wrap(value.bytes()).putInt(1, 0);
    }
    return value;
  }

  private static List<TimestampType> types(Path path) {
    return records(path).stream().map(RecordedRecord::timestampType).distinct().sorted().toList();
  }

  private static List<RecordedRecord> records(Path path) {
    List<RecordedRecord> records = new ArrayList<>();
    try (Bundle bundle = Bundle.openVerified(path);
        RecordStream stream = bundle.records()) {
      stream.forEachRemaining(records::add);
    }
    return records;
  }

  private static List<RecordedSchema> schemas(Path path) {
    try (Bundle bundle = Bundle.open(path)) {
      return bundle.manifest().schemas();
    }
  }
}
