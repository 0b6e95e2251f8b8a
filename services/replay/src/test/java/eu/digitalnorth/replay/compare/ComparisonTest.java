package eu.digitalnorth.replay.compare;

import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.messaging.envelope.Header;
import eu.digitalnorth.replay.bundle.Bundle;
import eu.digitalnorth.replay.bundle.Payload;
import eu.digitalnorth.replay.bundle.RecordedRecord;
import eu.digitalnorth.replay.bundle.Recordings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every recording, tried with many that chance has made. */
class ComparisonTest {
  private static final int RECORDS = 150;
  private static final int KEYS = 12;

  @TempDir private Path folder;
  private int written;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 25);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aRecordingIsEqualToItselfAndToItsReplay(long seed) {
    List<RecordedRecord> records = conversation(seed);

    Comparison comparison = compare(records, renamed(records, "replay."));

    assertThat(comparison.differences()).isEmpty();
    assertThat(comparison.topics().stream().mapToLong(TopicCounts::actual).sum())
        .isEqualTo(RECORDS);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsTakenAwayIsMissingAndTheOtherWayRoundItIsExtra(long seed) {
    List<RecordedRecord> records = conversation(seed);
    List<RecordedRecord> fewer = new ArrayList<>(records);
    RecordedRecord taken = fewer.remove(new Random(seed).nextInt(RECORDS));

    assertThat(compare(records, renumbered(fewer)).differences())
        .singleElement()
        .isEqualTo(new Difference.Missing(groupOf(taken), "Thing", taken.place()));
    assertThat(compare(renumbered(fewer), records).differences())
        .singleElement()
        .isEqualTo(new Difference.Extra(groupOf(taken), "Thing", taken.place()));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void twoThatHaveChangedPlacesWithinAKeyAreReordered(long seed) {
    List<RecordedRecord> records = conversation(seed);
    List<RecordedRecord> swapped = new ArrayList<>(records);
    int first = new Random(seed).nextInt(RECORDS / 2);
    int second = first + 1;
    while (!groupOf(records.get(second)).equals(groupOf(records.get(first)))) {
      second++;
    }
    Collections.swap(swapped, first, second);

    assertThat(compare(records, renumbered(swapped)).differences())
        .singleElement()
        .isInstanceOf(Difference.Reordered.class)
        .extracting(Difference::group)
        .isEqualTo(groupOf(records.get(first)));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theOrderOfDifferentKeysDoesNotCount(long seed) {
    List<RecordedRecord> records = conversation(seed);
    List<RecordedRecord> mixed = new ArrayList<>(records);
    Random random = new Random(seed);
    for (int i = 0; i < 1_000; i++) {
      int at = random.nextInt(RECORDS - 1);
      if (!groupOf(mixed.get(at)).equals(groupOf(mixed.get(at + 1)))) {
        Collections.swap(mixed, at, at + 1);
      }
    }

    assertThat(compare(records, renumbered(mixed)).differences()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatHasChangedIsToldByItsFieldWithBothValues(long seed) {
    List<RecordedRecord> records = conversation(seed);
    List<RecordedRecord> changed = new ArrayList<>(records);
    int at = new Random(seed).nextInt(RECORDS);
    changed.set(at, with(records.get(at), Recordings.thing(1, 7, "changed")));

    assertThat(compare(records, changed).differences())
        .singleElement()
        .satisfies(
            difference -> {
              assertThat(difference.group()).isEqualTo(groupOf(records.get(at)));
              assertThat(difference.fields())
                  .containsExactly(
                      new FieldDifference("$.value.id", "\"thing-" + at + "\"", "\"changed\""));
            });
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void differencesAreCountedPerTopicAndTheReportIsTheSameEachTime(long seed) {
    List<RecordedRecord> records = conversation(seed);
    List<RecordedRecord> other = new ArrayList<>(conversation(seed + 1_000));

    Comparison comparison = compare(records, other);

    assertThat(comparison.topics().stream().mapToLong(TopicCounts::differences).sum())
        .isEqualTo(comparison.differences().size())
        .isPositive();
    try (Bundle one = Bundle.open(folder.resolve("1"));
        Bundle two = Bundle.open(folder.resolve("2"))) {
      assertThat(JsonReport.of(Comparison.of(one, two, CompareSettings.usual())))
          .isEqualTo(JsonReport.of(comparison));
    }
  }

  @Test
  void aTombstoneIsNoEmptyValueAndAnAbsentKeyNoEmptyOne() {
    RecordedRecord tombstone = Recordings.record("t", 0, 0, "k", Payload.raw(null));
    RecordedRecord empty = Recordings.record("t", 0, 0, "k", Payload.raw(new byte[0]));
    RecordedRecord noKey = Recordings.record("t", 0, 0, null, Payload.raw(null));
    RecordedRecord emptyKey = Recordings.record("t", 0, 0, "", Payload.raw(null));

    assertThat(compare(List.of(tombstone), List.of(empty)).isEqual()).isFalse();
    assertThat(compare(List.of(noKey), List.of(emptyKey)).isEqual()).isFalse();
  }

  @Test
  void headersAreComparedWithTheirRepetitionsAndNulls() {
    RecordedRecord twice = headed(Header.of("h", "1"), Header.of("h", "2"));
    RecordedRecord once = headed(Header.of("h", "1"));
    RecordedRecord none = headed(new Header("h", null));

    assertThat(compare(List.of(twice), List.of(once)).differences().getFirst().fields())
        .containsExactly(new FieldDifference("$.headers.h[1]", "\"2\"", null));
    assertThat(compare(List.of(once), List.of(none)).differences().getFirst().fields())
        .containsExactly(new FieldDifference("$.headers.h[0]", "\"1\"", "null"));
  }

  @Test
  void onlyTheTopicsThatAreAskedForAreCompared() {
    RecordedRecord one = Recordings.record("one", 0, 0, "k", Payload.raw(new byte[] {65}));
    RecordedRecord two = Recordings.record("two", 0, 0, "k", Payload.raw(new byte[] {66}));
    CompareSettings settings =
        new CompareSettings(CompareRule.DEFAULTS, Set.of("one"), "replay.", Map.of("one", "uno"));

    assertThat(compare(List.of(one, two), List.of(moved(one, "uno")), settings).topics())
        .containsExactly(new TopicCounts("one", 1, 1, 0));
  }

  private static RecordedRecord headed(Header... headers) {
    return Recordings.record("t", 0, 0, "k", Payload.raw(null), headers);
  }

  /** Each value is there once, so that what happens to a record can be told. */
  private static List<RecordedRecord> conversation(long seed) {
    Random random = new Random(seed);
    List<RecordedRecord> records = new ArrayList<>();
    for (int i = 0; i < RECORDS; i++) {
      int key = random.nextInt(KEYS);
      records.add(
          Recordings.record(
              "topic." + key % 2,
              key % 3,
              0,
              "key-" + key,
              Recordings.thing(1, 7, "thing-" + i),
              Header.of("ce_id", Integer.toString(i))));
    }
    return renumbered(records);
  }

  private static List<RecordedRecord> renumbered(List<RecordedRecord> records) {
    Map<String, Long> offsets = new HashMap<>();
    List<RecordedRecord> numbered = new ArrayList<>();
    for (RecordedRecord r : records) {
      long offset = offsets.merge(r.topic() + r.partition(), 1L, Long::sum) - 1;
      numbered.add(
          new RecordedRecord(
              r.topic(),
              r.partition(),
              offset,
              Recordings.NOW.toEpochMilli() + numbered.size(),
              r.timestampType(),
              r.key(),
              r.value(),
              r.headers()));
    }
    return numbered;
  }

  private static List<RecordedRecord> renamed(List<RecordedRecord> records, String prefix) {
    return records.stream().map(r -> moved(r, prefix + r.topic())).toList();
  }

  private static RecordedRecord moved(RecordedRecord r, String topic) {
    return new RecordedRecord(
        topic,
        r.partition(),
        r.offset(),
        r.timestamp() + 5,
        r.timestampType(),
        r.key(),
        r.value(),
        r.headers());
  }

  private static RecordedRecord with(RecordedRecord r, Payload value) {
    return new RecordedRecord(
        r.topic(),
        r.partition(),
        r.offset(),
        r.timestamp(),
        r.timestampType(),
        r.key(),
        value,
        r.headers());
  }

  private static Group groupOf(RecordedRecord record) {
    return new Group(record.topic(), '"' + record.keyText() + '"');
  }

  private Comparison compare(List<RecordedRecord> expected, List<RecordedRecord> actual) {
    return compare(expected, actual, CompareSettings.usual());
  }

  private Comparison compare(
      List<RecordedRecord> expected, List<RecordedRecord> actual, CompareSettings settings) {
    Path one = Recordings.write(folder.resolve("" + ++written), expected);
    Path two = Recordings.write(folder.resolve("" + ++written), actual);
    try (Bundle first = Bundle.open(one);
        Bundle second = Bundle.open(two)) {
      return Comparison.of(first, second, settings);
    }
  }
}
