package eu.digitalnorth.replay.fault;

import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.messaging.envelope.Header;
import eu.digitalnorth.replay.bundle.Payload;
import eu.digitalnorth.replay.bundle.RecordedRecord;
import eu.digitalnorth.replay.bundle.Recordings;
import eu.digitalnorth.replay.capture.RecordFilter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InjectorTest {
  private static final int MANY = 2_000;
  private static final Part VALUE = Part.parse("value");

  @Test
  void withoutAPlanEverythingPassesAsItCame() {
    List<RecordedRecord> records = Recordings.random(1, MANY);

    assertThat(through(FaultPlan.NONE, records).sent)
        .extracting(Emission::record)
        .containsExactlyElementsOf(records);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theSamePlanDoesTheSame(long seed) {
    List<RecordedRecord> records = Recordings.random(seed, MANY);
    FaultPlan plan = randomPlan(seed);

    Outcome once = through(plan, records);

    assertThat(once.injected()).isNotEmpty();
    assertThat(through(plan, records).sentLines()).isEqualTo(once.sentLines());
    assertThat(through(plan, records).injected()).isEqualTo(once.injected());
    assertThat(through(new FaultPlan(seed + 1, plan.faults()), records).injected())
        .isNotEqualTo(once.injected());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void nothingIsLostOrInventedButWhatThePlanSays(long seed) {
    List<RecordedRecord> records = Recordings.random(seed, MANY);

    Outcome outcome = through(randomPlan(seed), records);

    Map<String, Integer> expected = new HashMap<>();
    records.forEach(record -> expected.put(record.place(), 1));
    for (Injection injection : outcome.injections) {
      Map<String, Object> told = injection.document();
      expected.put(told.get("record").toString(), ((List<?>) told.get("became")).size());
    }
    Map<String, Integer> sent = new HashMap<>();
    outcome.sent.forEach(e -> sent.merge(e.record().place(), 1, Integer::sum));
    expected.values().removeIf(count -> count == 0);
    assertThat(sent).isEqualTo(expected);
  }

  @Test
  void whatElseIsReplayedDoesNotChangeWhatIsStruck() {
    List<RecordedRecord> records = Recordings.random(9, MANY);
    List<RecordedRecord> some =
        records.stream().filter(r -> r.topic().equals("topic.0") && r.offset() > 50).toList();
    FaultPlan plan = plan(fault(0.1, new Effect.Drop()), fault(0.2, new Effect.Corrupt(VALUE, 2)));

    List<String> ofSome = through(plan, some).injected();

    assertThat(through(plan, records).injected()).containsSubsequence(ofSome);
    assertThat(ofSome).hasSizeGreaterThan(20);
  }

  @Test
  void aRateIsHowManyAreStruck() {
    List<RecordedRecord> records = Recordings.random(10, 10_000);

    assertThat(through(plan(fault(0.1, new Effect.Drop())), records).sent)
        .hasSizeBetween(8_850, 9_150);
    assertThat(through(plan(fault(0, new Effect.Drop())), records).sent).hasSize(10_000);
    assertThat(through(plan(fault(1, new Effect.Drop())), records).sent).isEmpty();
  }

  @Test
  void aRecordIsStruckByItsPlace() {
    List<RecordedRecord> records = keyed("a", "b", "c");
    Selector second =
        new Selector(1, Set.of(), Set.of(records.get(1).place()), Recordings.everything());

    Outcome outcome =
        through(new FaultPlan(1, List.of(new Fault(second, new Effect.Drop()))), records);

    assertThat(outcome.keys()).containsExactly("a", "c");
    assertThat(outcome.injected()).hasSize(1);
  }

  @Test
  void aDuplicateComesAtOnceOrLater() {
    List<RecordedRecord> records = keyed("a", "b", "c", "d");

    assertThat(through(of("b", new Effect.Duplicate(2, Duration.ZERO)), records).keys())
        .containsExactly("a", "b", "b", "b", "c", "d");
    assertThat(through(of("b", new Effect.Duplicate(1, Duration.ofMillis(15))), records).keys())
        .containsExactly("a", "b", "c", "b", "d");
  }

  @Test
  void aDelayedRecordIsOvertakenAndDueLater() {
    List<RecordedRecord> records = keyed("a", "b", "c", "d");

    Outcome outcome = through(of("a", new Effect.Delay(Duration.ofMillis(25))), records);

    assertThat(outcome.keys()).containsExactly("b", "c", "a", "d");
    assertThat(outcome.sent.get(2).due()).isEqualTo(records.getFirst().timestamp() + 25);
  }

  @Test
  void whatIsDelayedBeyondTheEndIsSentAtTheEnd() {
    assertThat(through(of("a", new Effect.Delay(Duration.ofDays(1))), keyed("a", "b")).keys())
        .containsExactly("b", "a");
  }

  @Test
  void withinAKeyARecordIsPassedByTheNextOfItsKeyOnly() {
    List<RecordedRecord> records = keyed("a", "x", "b", "x", "x", "c");
    Selector first =
        new Selector(1, Set.of(), Set.of(records.get(1).place()), Recordings.everything());
    Effect effect = new Effect.Reorder(Effect.Within.KEY, 1);

    Outcome outcome = through(new FaultPlan(1, List.of(new Fault(first, effect))), records);

    assertThat(outcome.sent)
        .extracting(e -> e.record().offset())
        .containsExactly(0L, 2L, 3L, 1L, 4L, 5L);
    assertThat(outcome.injections.getFirst().document().toString()).contains("passedBy=1");
  }

  @Test
  void acrossKeysARecordIsPassedByAsManyAsThePlanSays() {
    assertThat(
            through(
                    of("a", new Effect.Reorder(Effect.Within.PARTITION, 2)),
                    keyed("a", "b", "c", "d"))
                .keys())
        .containsExactly("b", "c", "a", "d");
  }

  @Test
  void aRecordThatNobodyPassesIsSentAtTheEndAndToldSo() {
    Outcome outcome =
        through(of("b", new Effect.Reorder(Effect.Within.KEY, 1)), keyed("a", "b", "c"));

    assertThat(outcome.keys()).containsExactly("a", "c", "b");
    assertThat(outcome.injections.getFirst().document().toString()).contains("passedBy=0");
  }

  @Test
  void corruptBytesAreOthersAndTheRecordingIsLeftAlone() {
    byte[] bytes = new byte[100];
    RecordedRecord record =
        Recordings.record(
            "t", 0, 0, "k", Payload.raw(bytes), new Header("h", bytes), Header.of("g", "g"));

    for (Part part : List.of(VALUE, Part.parse("key"), Part.parse("header:h"))) {
      Emission sent =
          through(plan(fault(1, new Effect.Corrupt(part, 3))), List.of(record)).sent.getFirst();
      Corruption corruption = sent.corruptions().getFirst();
      byte[] value = corruption.apply(Part.Kind.VALUE, bytes);
      byte[] key = corruption.apply(Part.Kind.KEY, record.key().bytes());
      List<Header> headers = corruption.apply(record.headers());

      assertThat(differences(value, bytes)).isEqualTo(part.kind() == Part.Kind.VALUE ? 3 : 0);
      assertThat(differences(key, record.key().bytes()))
          .isEqualTo(part.kind() == Part.Kind.KEY ? 1 : 0); // it has no more
      assertThat(differences(headers.get(0).value(), bytes))
          .isEqualTo(part.kind() == Part.Kind.HEADER ? 3 : 0);
      assertThat(headers.get(1)).isSameAs(record.headers().get(1));
      assertThat(bytes).containsOnly(0);
    }
  }

  @Test
  void whereThereIsNoByteNothingIsCorruptAndNothingIsTold() {
    FaultPlan plan = plan(fault(1, new Effect.Corrupt(VALUE, 1)));

    Outcome outcome =
        through(
            plan,
            List.of(
                Recordings.record("t", 0, 0, "k", Payload.raw(null)),
                Recordings.record("t", 0, 1, "k", Payload.raw(new byte[0]))));

    assertThat(outcome.injections).isEmpty();
    assertThat(outcome.sent).hasSize(2);
  }

  @Test
  void aBurstIsSentAtOnceWhenItsLastHasCome() {
    List<RecordedRecord> records = keyed("a", "b", "c", "d", "e");

    Outcome outcome = through(of("b", new Effect.Burst(3)), records);

    long d = records.get(3).timestamp();
    assertThat(outcome.keys()).containsExactly("a", "b", "c", "d", "e");
    assertThat(outcome.sent)
        .extracting(Emission::due)
        .containsExactly(records.getFirst().timestamp(), d, d, d, records.getLast().timestamp());
  }

  @Test
  void noMoreIsHeldBackThanFitsIntoMemory() {
    int many = Injector.MOST_HELD + 500;
    List<RecordedRecord> records =
        IntStream.range(0, many)
            .mapToObj(i -> Recordings.record("t", 0, i, "k", Payload.raw(null)))
            .toList();
    List<Emission> sent = new ArrayList<>();
    Injector injector =
        new Injector(plan(fault(1, new Effect.Delay(Duration.ofDays(1)))), sent::add, i -> {});

    records.forEach(record -> injector.accept(record, Optional.empty()));

    assertThat(sent).hasSize(500);
    assertThat(sent).extracting(e -> e.record().offset()).startsWith(0L, 1L, 2L);
  }

  private static long differences(byte[] one, byte[] other) {
    return IntStream.range(0, one.length).filter(i -> one[i] != other[i]).count();
  }

  private static Fault fault(double rate, Effect effect) {
    return new Fault(new Selector(rate, Set.of(), Set.of(), Recordings.everything()), effect);
  }

  private static FaultPlan plan(Fault... faults) {
    return new FaultPlan(42, List.of(faults));
  }

  /** One fault, for the records of one key. */
  private static FaultPlan of(String key, Effect effect) {
    RecordFilter filter = new RecordFilter(List.of(key), List.of(), List.of(), Map.of());
    return plan(new Fault(new Selector(1, Set.of(), Set.of(), filter), effect));
  }

  /** Ten milliseconds apart, in one partition. */
  private static List<RecordedRecord> keyed(String... keys) {
    return IntStream.range(0, keys.length)
        .mapToObj(
            i -> {
              RecordedRecord r = Recordings.record("t", 0, i, keys[i], Payload.raw(null));
              return new RecordedRecord(
                  r.topic(),
                  r.partition(),
                  r.offset(),
                  r.timestamp() + i * 9L,
                  r.timestampType(),
                  r.key(),
                  r.value(),
                  r.headers());
            })
        .toList();
  }

  private static FaultPlan randomPlan(long seed) {
    Random random = new Random(seed);
    List<Fault> faults = new ArrayList<>();
    for (Effect effect :
        List.of(
            new Effect.Drop(),
            new Effect.Duplicate(1 + random.nextInt(3), Duration.ofMillis(random.nextInt(100))),
            new Effect.Delay(Duration.ofMillis(1 + random.nextInt(500))),
            new Effect.Reorder(Effect.Within.values()[random.nextInt(3)], 1 + random.nextInt(5)),
            new Effect.Corrupt(VALUE, 1 + random.nextInt(4)),
            new Effect.Burst(2 + random.nextInt(50)))) {
      faults.add(random.nextInt(faults.size() + 1), fault(random.nextDouble() / 5, effect));
    }
    return new FaultPlan(seed, faults);
  }

  private static Outcome through(FaultPlan plan, List<RecordedRecord> records) {
    Outcome outcome = new Outcome(new ArrayList<>(), new ArrayList<>());
    Injector injector = new Injector(plan, outcome.sent::add, outcome.injections::add);
    records.forEach(record -> injector.accept(record, Optional.empty()));
    injector.finish();
    return outcome;
  }

  private record Outcome(List<Emission> sent, List<Injection> injections) {
    List<String> keys() {
      return sent.stream().map(e -> e.record().keyText()).toList();
    }

    List<String> sentLines() {
      return sent.stream()
          .map(e -> e.record().place() + ' ' + e.due() + ' ' + e.copy() + ' ' + e.corruptions())
          .toList();
    }

    List<String> injected() {
      return injections.stream().map(i -> i.document().toString()).toList();
    }
  }
}
