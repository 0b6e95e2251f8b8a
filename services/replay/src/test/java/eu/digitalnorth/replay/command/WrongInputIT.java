package eu.digitalnorth.replay.command;

import static eu.digitalnorth.replay.command.CommandLineFixture.run;
import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.messaging.fixture.ExchangeFixture;
import eu.digitalnorth.messaging.setup.SchemaRegistryClients;
import eu.digitalnorth.replay.bundle.Bundle;
import eu.digitalnorth.replay.bundle.Payload;
import eu.digitalnorth.replay.bundle.RecordStream;
import eu.digitalnorth.replay.bundle.RecordedRecord;
import eu.digitalnorth.replay.bundle.Recordings;
import eu.digitalnorth.replay.cluster.Connection;
import eu.digitalnorth.replay.command.CommandLineFixture.Result;
import eu.digitalnorth.replay.fixture.Cluster;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each thing that a person can get wrong, or find broken, has one line and an exit code. */
class WrongInputIT {
  private static final int MANY = 2_000;
  private static final String NOBODY = "127.0.0.1:1";

  private static ExchangeFixture exchange;
  private static Cluster cluster;

  @TempDir private Path folder;

  @BeforeAll
  static void prepare() {
    exchange = ExchangeFixture.between("ee", "no");
    cluster = new Cluster();
  }

  @Test
  void aMissingFile() throws IOException {
    Path connection = file(cluster.administrator());

    run("run", folder.resolve("none.zip"), "--connection", connection).failed(3, "none.zip");
    run("inspect", folder.resolve("none.zip")).failed(3, "There is no recording");
    run("compare", folder.resolve("none.zip"), recording()).failed(3, "none.zip");
  }

  @Test
  void anUnknownTopic() throws IOException {
    Path connection = file(cluster.tester(exchange, "ee"));

    run("capture", bundle(), "--topic", "ee.evidence.reqest.v1", "--connection", connection)
        .failed(7, "There is no topic ee.evidence.reqest.v1");
    run("capture", bundle(), "--topics", "zz[.].*", "--connection", connection)
        .failed(7, "No topic matches zz[.].*");
    run("run", recording(), "--topic", "other", "--connection", connection)
        .failed(7, "The recording has no records of other");
  }

  @Test
  void aTypeThatNothingRecordedHas() throws IOException {
    Result result =
        run(
            "run",
            recording(),
            "--type",
            "Nothing",
            "--prefix",
            "replay." + UUID.randomUUID() + '.',
            "--connection",
            file(cluster.administrator()));

    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).contains("No record of the recording fits.");
  }

  @Test
  void noBroker() throws IOException {
    Path connection =
        Files.writeString(
            folder.resolve("nobody"),
            "bootstrap.servers=%s\nrequest.timeout.ms=1000\ndefault.api.timeout.ms=2000\n"
                .formatted(NOBODY));

    run("capture", bundle(), "--connection", connection)
        .failed(4, "No broker answers at " + NOBODY);
    run("run", recording(), "--connection", connection).failed(4, "No broker answers at " + NOBODY);
  }

  @Test
  void wrongCredentials() throws IOException {
    Connection tester = cluster.tester(exchange, "ee");
    Map<String, Object> settings = new HashMap<>(tester.settings());
    settings.remove("sasl.client.callback.handler.class");
    settings.put(
        "sasl.jaas.config",
        "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"tester\""
            + " password=\"wrong\";");
    Path connection = file(new Connection(settings, tester.registry()));

    run("capture", bundle(), "--connection", connection).failed(5, "does not let us in");
    run("run", recording(), "--connection", connection).failed(5, "does not let us in");
  }

  @Test
  void whatIsNotAllowed() throws IOException {
    run("run", recording(), "--connection", file(cluster.tester(exchange, "ee")))
        .failed(5, "cannot be created. The broker does not allow it");
  }

  @Test
  void theRegistryIsDown() throws IOException {
    Path connection = file(cluster.administrator());
    String topic = cluster.topic("framed." + UUID.randomUUID(), 1, Map.of());
    cluster.write(topic, List.of(Recordings.record(topic, 0, 0, "k", Recordings.thing(1, 1, "a"))));

    run(
            "capture",
            bundle(),
            "--topic",
            topic,
            "--connection",
            connection,
            "--registry",
            "http://" + NOBODY)
        .failed(6, "The schema registry at http://" + NOBODY + " does not answer");
    run("run", recording(), "--connection", connection, "--registry", "http://" + NOBODY)
        .failed(6, "does not answer");
  }

  @Test
  void aSchemaThatTheTargetRefuses() throws Exception {
    String prefix = "replay." + UUID.randomUUID() + '.';
    SchemaRegistryClient client =
        SchemaRegistryClients.create(
            URI.create(String.valueOf(cluster.administrator().registry())));
    client.updateCompatibility(prefix + "topic.0-value", "FULL_TRANSITIVE");
    client.register(
        prefix + "topic.0-value",
        new AvroSchema(
            SchemaBuilder.record("Thing")
                .namespace("test")
                .fields()
                .requiredInt("id")
                .endRecord()));

    run("run", recording(), "--prefix", prefix, "--connection", file(cluster.administrator()))
        .failed(8, "refuses test.Thing under " + prefix + "topic.0-value");
  }

  @Test
  void anAlteredRecording() throws IOException {
    Path recording = recording();
    Path file = recording.resolve("records/topic.0-0.avro");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);

    run("run", recording, "--connection", file(cluster.administrator()))
        .failed(1, "records/topic.0-0.avro");
  }

  /** /dev/full is a disk without room: Linux has it. */
  @Test
  void aReportForWhichTheDiskHasNoRoom() throws IOException {
    Path plan =
        Files.writeString(
            folder.resolve("plan.json"),
            "{\"seed\": 1, \"faults\": [{\"kind\": \"drop\", \"rate\": 1}]}");

    run(
            "run",
            recording(),
            "--prefix",
            "replay." + UUID.randomUUID() + '.',
            "--faults",
            plan,
            "--faults-report",
            "/dev/full",
            "--connection",
            file(cluster.administrator()))
        .failed(9, "No space left on device");
  }

  /** A limit on the length of files stops it amid its work, as a full disk does. */
  @Test
  void aRecordingThatHasNoRoomIsResumedWhenThereIs() throws Exception {
    String topic = cluster.topic("full." + UUID.randomUUID(), 1, Map.of());
    cluster.write(
        topic,
        IntStream.range(0, MANY)
            .mapToObj(i -> Recordings.record(topic, 0, i, "k" + i, Payload.raw(new byte[1_000])))
            .toList());
    Path connection = file(cluster.administrator());

    captureWithin(500, bundle(), topic, connection).failed(9, "cannot be written: File too large");
    Result resumed = run("capture", "--resume", bundle(), "--connection", connection);

    assertThat(resumed.exitCode()).as(resumed.err()).isZero();
    assertThat(keys(bundle())).doesNotHaveDuplicates().hasSize(MANY);
  }

  /** Each file of records has room, the zip of two of them has not. */
  @Test
  void ofAZipThatHasNoRoomNothingIsLeftAndItIsPackedWhenThereIs() throws Exception {
    String topic = cluster.topic("zip." + UUID.randomUUID(), 2, Map.of());
    Random random = new Random(1);
    cluster.write(
        topic,
        IntStream.range(0, MANY)
            .mapToObj(i -> Recordings.record(topic, i % 2, i, "k" + i, incompressible(random)))
            .toList());
    Path connection = file(cluster.administrator());
    Path zip = folder.resolve("new.zip");

    captureWithin(MANY * 3 / 4, zip, topic, connection)
        .failed(9, "new.zip cannot be written: File too large");

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(Path::getFileName).map(Path::toString))
          .contains("new.zip.unfinished")
          .doesNotContain("new.zip", "new.zip.tmp");
    }
    Result resumed = run("capture", "--resume", zip, "--connection", connection);
    assertThat(resumed.exitCode()).as(resumed.err()).isZero();
    assertThat(keys(zip)).doesNotHaveDuplicates().hasSize(MANY);
  }

  private static Payload incompressible(Random random) {
    byte[] value = new byte[1_000];
    random.nextBytes(value);
    return Payload.raw(value);
  }

  /**
   * What our own code says; the logging that tests have says something too.
   *
   * @param kibibytes that a file may have
   */
  private Result captureWithin(int kibibytes, Path bundle, String topic, Path connection)
      throws Exception {
    Path err = folder.resolve("err");
    Process process =
        new ProcessBuilder(
                "bash",
                "-c",
                "ulimit -f " + kibibytes + "; exec \"$@\"",
                "bash",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "--enable-native-access=ALL-UNNAMED",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
                "-cp",
                System.getProperty("java.class.path"),
                ReplayCommand.class.getName(),
                "capture",
                bundle.toString(),
                "--topic",
                topic,
                "--connection",
                connection.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(err.toFile())
            .start();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    String said =
        Files.readAllLines(err).stream()
            .filter(line -> line.startsWith("exchange:"))
            .collect(Collectors.joining("\n"));
    return new Result(process.exitValue(), "", said);
  }

  private static List<String> keys(Path path) {
    List<String> keys = new ArrayList<>();
    try (Bundle bundle = Bundle.openVerified(path);
        RecordStream records = bundle.records()) {
      for (RecordedRecord record : (Iterable<RecordedRecord>) () -> records) {
        keys.add(record.keyText());
      }
    }
    return keys;
  }

  private Path bundle() {
    return folder.resolve("new");
  }

  private Path recording() {
    return Recordings.write(
        folder.resolve("recording" + UUID.randomUUID()), Recordings.random(1, 50));
  }

  private Path file(Connection connection) throws IOException {
    return Cluster.file(folder, connection);
  }
}
