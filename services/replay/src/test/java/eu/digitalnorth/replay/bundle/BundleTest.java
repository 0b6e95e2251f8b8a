package eu.digitalnorth.replay.bundle;

import static eu.digitalnorth.replay.bundle.Recordings.NOW;
import static eu.digitalnorth.replay.bundle.Recordings.describe;
import static eu.digitalnorth.replay.fixture.Failing.fails;
import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.messaging.envelope.Header;
import eu.digitalnorth.replay.Failure;
import eu.digitalnorth.schemas.AvroSafety;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundleTest {
  private static final int MANY = 1_500;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatIsWrittenIsReadFromAFolderAndFromAZip(long seed) {
    List<RecordedRecord> records = Recordings.random(seed, MANY);
    Path bundle = Recordings.write(folder.resolve("recording"), records);
    Path zip = folder.resolve("recording.zip");
    ZipPacking.pack(bundle, zip);

    assertThat(read(bundle)).containsExactlyInAnyOrderElementsOf(described(records));
    assertThat(read(zip)).isEqualTo(read(bundle));
  }

  /** Avro's limit is for messages of strangers, and less than a topic can be told to take. */
  @Test
  void aRecordThatIsLongerThanAMessageMayBeIsReadAllTheSame() {
    AvroSafety.apply();
    byte[] longest = new byte[5 * 1024 * 1024];
    new Random(15).nextBytes(longest);
    RecordedRecord record =
        Recordings.record("topic.0", 0, 1, "long", Payload.raw(longest), new Header("h", longest));

    Path bundle = Recordings.write(folder.resolve("r"), List.of(record));

    assertThat(read(bundle)).containsExactly(describe(record));
  }

  @Test
  void recordsComeInTheOrderOfTimeAndWithinAPartitionInThatOfOffsets() {
    List<RecordedRecord> records = Recordings.random(4, MANY);

    try (Bundle bundle = Bundle.open(Recordings.write(folder.resolve("r"), records));
        RecordStream stream = bundle.records()) {
      List<RecordedRecord> read = new ArrayList<>();
      stream.forEachRemaining(read::add);

      for (RecordedPartition partition : bundle.manifest().partitions()) {
        assertThat(
                read.stream()
                    .filter(r -> r.topic().equals(partition.topic()))
                    .filter(r -> r.partition() == partition.partition()))
            .isSortedAccordingTo(Comparator.comparingLong(RecordedRecord::offset))
            .hasSize((int) partition.records());
      }
      // Timestamps go back by less than 30 ms, so no record is further from its place than that.
      for (int i = 1; i < read.size(); i++) {
        assertThat(read.get(i).timestamp()).isGreaterThan(read.get(i - 1).timestamp() - 30);
      }
    }
  }

  @Test
  void theManifestTellsWhatIsInIt() {
    List<RecordedRecord> records = Recordings.random(5, MANY);

    try (Bundle bundle = Bundle.open(Recordings.write(folder.resolve("r"), records))) {
      Manifest manifest = bundle.manifest();
      assertThat(manifest.records()).isEqualTo(MANY);
      assertThat(manifest.finishedAt()).isEqualTo(NOW);
      assertThat(manifest.schemas()).hasSize(2);
      assertThat(bundle.schema(manifest.schemas().getFirst().sha256()).getName())
          .isEqualTo("Thing");
      assertThat(manifest.partitions())
          .allSatisfy(p -> assertThat(p.nextOffset()).isEqualTo(p.toOffset()));
    }
  }

  @Test
  void theSameRecordsGiveTheSameBytes() throws IOException {
    List<RecordedRecord> records = Recordings.random(6, MANY);
    ZipPacking.pack(Recordings.write(folder.resolve("a"), records), folder.resolve("a.zip"));
    ZipPacking.pack(Recordings.write(folder.resolve("b"), records), folder.resolve("b.zip"));

    assertThat(folder.resolve("a.zip")).hasSameBinaryContentAs(folder.resolve("b.zip"));
  }

  @Test
  void onlyItsOwnerReadsIt() throws IOException {
    Path bundle = Recordings.write(folder.resolve("r"), Recordings.random(7, 10));

    try (Stream<Path> files = Files.walk(bundle)) {
      assertThat(files.filter(Files::isRegularFile))
          .isNotEmpty()
          .allSatisfy(
              file ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                      .isEqualTo("rw-------"));
    }
  }

  @Test
  void aRecordingWithoutItsEndIsNoBundle() {
    List<RecordedRecord> records = Recordings.random(8, 100);
    Path bundle = folder.resolve("r");
    try (BundleWriter writer = BundleWriter.create(bundle, Recordings.plan(records))) {
      records.forEach(writer::append);
      writer.checkpoint();
    }

    fails(() -> Bundle.open(bundle), Failure.NO_BUNDLE, "is not finished");
  }

  @Test
  void aFolderThatHasSomethingInItIsLeftAlone() throws IOException {
    Path precious = Files.writeString(folder.resolve("precious"), "mine");

    fails(
        () -> BundleWriter.create(folder, Recordings.plan(List.of())),
        Failure.STORAGE,
        "has something in it");
    assertThat(precious).hasContent("mine");
  }

  @Test
  void whatIsNoBundleIsSaidToBeNone() throws IOException {
    Path text = Files.writeString(folder.resolve("text"), "no zip");

    fails(() -> Bundle.open(folder.resolve("nothing")), Failure.NO_BUNDLE, "There is no recording");
    fails(() -> Bundle.open(folder), Failure.NO_BUNDLE, "is no recording");
    fails(() -> Bundle.open(text), Failure.STORAGE, "cannot be read");
  }

  @Test
  void twoDoNotRecordIntoTheSameFolder() {
    List<RecordedRecord> records = Recordings.random(9, 10);
    Path bundle = folder.resolve("r");
    try (BundleWriter writer = BundleWriter.create(bundle, Recordings.plan(records))) {
      assertThat(
              writer.position(
                  new TopicPartition(records.getFirst().topic(), records.getFirst().partition())))
          .isEqualTo(records.getFirst().offset());

      fails(() -> BundleWriter.resume(bundle), Failure.STORAGE, "Somebody is recording");
    }
  }

  /** After each kill, at whatever place, it goes on, and ends with the same bytes. */
  @ParameterizedTest
  @ValueSource(longs = {10, 11, 12, 13})
  void aKilledRecordingIsResumedWithNothingTwiceAndNothingMissing(long seed) throws IOException {
    List<RecordedRecord> records = Recordings.random(seed, MANY);
    Path whole = Recordings.write(folder.resolve("whole"), records);
    Path killed = folder.resolve("killed");
    Random random = new Random(seed);

    BundleWriter first = BundleWriter.create(killed, Recordings.plan(records));
    Recordings.addSchemas(first);
    record(first, records, random.nextInt(MANY), random);
    first.close(); // hands over what was not checkpointed, as if the system had
    tear(killed, random);
    for (int i = 0; i < 3; i++) {
      try (BundleWriter again = BundleWriter.resume(killed)) {
        Recordings.addSchemas(again);
        record(again, records, random.nextInt(MANY), random);
      }
      tear(killed, random);
    }
    try (BundleWriter last = BundleWriter.resume(killed)) {
      Recordings.addSchemas(last);
      record(last, records, MANY, random);
      last.finish(NOW);
    }

    assertThat(read(killed)).isEqualTo(read(whole));
    try (Bundle bundle = Bundle.openVerified(killed)) {
      assertThat(bundle.manifest().records()).isEqualTo(MANY);
    }
  }

  @Test
  void whatWasChangedWhileItRestedIsNotResumed() throws IOException {
    List<RecordedRecord> records = Recordings.random(14, 100);
    Path bundle = folder.resolve("r");
    try (BundleWriter writer = BundleWriter.create(bundle, Recordings.plan(records))) {
      records.forEach(writer::append);
      writer.checkpoint();
    }
    Path file;
    try (Stream<Path> files = Files.list(bundle.resolve("records"))) {
      file = files.findFirst().orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);

    fails(() -> BundleWriter.resume(bundle), Failure.DIFFERENT, "is not what had been recorded");
  }

  /** Goes through the records as a consumer does that begins where the recording stands. */
  private static void record(
      BundleWriter writer, List<RecordedRecord> records, int until, Random random) {
    for (RecordedRecord record : records.subList(0, until)) {
      TopicPartition partition = new TopicPartition(record.topic(), record.partition());
      if (record.offset() >= writer.position(partition)) {
        writer.append(record);
        if (random.nextInt(200) == 0) {
          writer.checkpoint();
        }
      }
    }
  }

  /** A kill in the middle of a block: half of something at the end of some files. */
  private static void tear(Path bundle, Random random) throws IOException {
    try (Stream<Path> files = Files.list(bundle.resolve("records"))) {
      for (Path file : files.toList()) {
        if (random.nextBoolean()) {
          Files.write(file, new byte[] {1, 2, 3}, StandardOpenOption.APPEND);
        }
      }
    }
  }

  private static List<String> described(List<RecordedRecord> records) {
    return records.stream().map(Recordings::describe).toList();
  }

  private static List<String> read(Path path) {
    List<String> read = new ArrayList<>();
    try (Bundle bundle = Bundle.openVerified(path);
        RecordStream records = bundle.records()) {
      records.forEachRemaining(record -> read.add(describe(record)));
    }
    return read;
  }
}
