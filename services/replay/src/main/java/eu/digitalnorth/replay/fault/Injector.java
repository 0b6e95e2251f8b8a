package eu.digitalnorth.replay.fault;

import eu.digitalnorth.replay.bundle.RecordedRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Lets records through, some of them not as they came. The time that counts is the recorded one, so
 * that a replay at another pace has the same faults. What is held back is in memory, and at most
 * {@value #MOST_HELD} records: beyond, what has waited longest goes first.
 */
public final class Injector {
  static final int MOST_HELD = 10_000;

  private final FaultPlan plan;
  private final Consumer<Emission> out;
  private final Consumer<Injection> witness;
  private final PriorityQueue<Waiting> delayed =
      new PriorityQueue<>(
          Comparator.comparingLong((Waiting w) -> w.emission.due())
              .thenComparingLong(w -> w.sequence));
  private final List<Held> held = new ArrayList<>();
  private final List<Emission> burst = new ArrayList<>();
  private int burstSize;
  private long clock = Long.MIN_VALUE;
  private long sequence;

  /**
   * @param out is given what is to be sent, in order
   * @param witness is given what goes wrong, before any of it is sent
   */
  public Injector(FaultPlan plan, Consumer<Emission> out, Consumer<Injection> witness) {
    this.plan = plan;
    this.out = out;
    this.witness = witness;
  }

  /**
   * The next record that is replayed.
   *
   * @param schema of its value, if it follows one
   */
  public void accept(RecordedRecord record, Optional<Schema> schema) {
    sequence++;
    clock = Math.max(clock, record.timestamp());
    if (plan.faults().isEmpty()) {
      out.accept(Emission.of(record, clock));
      return;
    }
    while (!delayed.isEmpty() && delayed.peek().emission.due() <= clock) {
      emit(delayed.remove().emission);
    }
    Struck struck = new Struck(Emission.of(record, clock));
    for (int i = 0; i < plan.faults().size() && !struck.copies.isEmpty(); i++) {
      Fault fault = plan.faults().get(i);
      Chance chance = new Chance(plan.seed(), i, record.place());
      if (fault.selector().meets(record, schema, chance)) {
        strike(struck, fault.effect(), chance);
      }
    }
    if (!struck.injection.isEmpty()) {
      struck.injection.expect(struck.copies.size());
      witness.accept(struck.injection);
    }
    pass(struck);
    releaseBeyondBound();
  }

  /** There is no other record: what is still held back is sent. */
  public void finish() {
    List.copyOf(held).forEach(this::release);
    while (!delayed.isEmpty()) {
      Waiting waiting = delayed.remove();
      clock = Math.max(clock, waiting.emission.due());
      emit(waiting.emission);
    }
    endBurst();
  }

  private void strike(Struck struck, Effect effect, Chance chance) {
    switch (effect) {
      case Effect.Drop drop -> {
        struck.copies.clear();
        struck.injection.add(effect, Map.of());
      }
      case Effect.Duplicate(int times, var after) -> {
        struck.duplicate(times, after.toMillis());
        struck.injection.add(effect, Map.of("times", times));
      }
      case Effect.Delay(var by) -> {
        if (struck.reorder == null) {
          struck.copies.replaceAll(copy -> copy.at(copy.due() + by.toMillis()));
          struck.injection.add(effect, Map.of("millis", by.toMillis()));
        }
      }
      case Effect.Reorder reorder -> {
        if (struck.reorder == null && struck.isDueAt(clock)) {
          struck.reorder = reorder;
          String within = reorder.within().name().toLowerCase(Locale.ROOT);
          struck.injection.add(effect, Map.of("within", within));
        }
      }
      case Effect.Corrupt corrupt -> corrupt(struck, corrupt, chance);
      case Effect.Burst(int size) -> {
        if (burstSize == 0) {
          burstSize = size;
          struck.injection.add(effect, Map.of("size", size));
        }
      }
    }
  }

  /** Where there is no byte, nothing goes wrong. */
  private static void corrupt(Struck struck, Effect.Corrupt corrupt, Chance chance) {
    byte[] bytes = corrupt.part().of(struck.record);
    if (bytes != null && bytes.length > 0) {
      Corruption corruption = Corruption.of(corrupt.part(), bytes.length, corrupt.bytes(), chance);
      struck.copies.replaceAll(copy -> copy.with(corruption));
      struck.injection.add(
          corrupt, Map.of("part", corrupt.part().toString(), "positions", corruption.positions()));
    }
  }

  private void pass(Struck struck) {
    boolean passes = false;
    for (Emission copy : struck.copies) {
      Emission whole = struck.injection.isEmpty() ? copy : copy.with(struck.injection);
      if (copy.due() > clock) {
        delayed.add(new Waiting(whole, sequence));
      } else if (struck.reorder != null) {
        held.add(new Held(whole, struck.reorder));
      } else {
        emit(whole);
        passes = true;
      }
    }
    if (passes && !held.isEmpty()) {
      letHeldFollow(struck.record);
    }
  }

  private void letHeldFollow(RecordedRecord passed) {
    List<Held> free = new ArrayList<>();
    for (Held each : held) {
      if (each.waitsFor(passed) && ++each.passed >= each.reorder.distance()) {
        free.add(each);
      }
    }
    free.forEach(this::release);
  }

  private void release(Held each) {
    held.remove(each);
    Injection injection = each.emission.injection();
    if (injection != null) {
      injection.passedBy(each.passed);
    }
    emit(each.emission.at(clock));
  }

  private void releaseBeyondBound() {
    while (held.size() + delayed.size() + burst.size() > MOST_HELD) {
      if (!held.isEmpty()) {
        release(held.getFirst());
      } else if (!delayed.isEmpty()) {
        emit(delayed.remove().emission.at(clock));
      } else {
        endBurst();
      }
    }
  }

  private void emit(Emission emission) {
    if (burstSize == 0) {
      out.accept(emission);
      return;
    }
    burst.add(emission);
    if (burst.size() >= burstSize) {
      endBurst();
    }
  }

  private void endBurst() {
    burstSize = 0;
    List<Emission> together = List.copyOf(burst);
    burst.clear();
    together.forEach(emission -> out.accept(emission.at(clock)));
  }

  /** A record while faults come over it. */
  private static final class Struck {
    private final List<Emission> copies = new ArrayList<>();
    private final RecordedRecord record;
    private final Injection injection;
    private Effect.@Nullable Reorder reorder;

    private Struck(Emission whole) {
      copies.add(whole);
      record = whole.record();
      injection = new Injection(record.place());
    }

    private boolean isDueAt(long time) {
      return copies.stream().allMatch(copy -> copy.due() <= time);
    }

    private void duplicate(int times, long after) {
      for (Emission original : List.copyOf(copies)) {
        for (int i = 1; i <= times; i++) {
          copies.add(original.at(original.due() + i * after).asCopy(copies.size()));
        }
      }
    }
  }

  private record Waiting(Emission emission, long sequence) {}

  /** A record that waits to be passed by others. */
  private static final class Held {
    private final Emission emission;
    private final Effect.Reorder reorder;
    private int passed;

    private Held(Emission emission, Effect.Reorder reorder) {
      this.emission = emission;
      this.reorder = reorder;
    }

    private boolean waitsFor(RecordedRecord passing) {
      RecordedRecord mine = emission.record();
      boolean samePartition =
          mine.topic().equals(passing.topic()) && mine.partition() == passing.partition();
      return switch (reorder.within()) {
        case ALL -> true;
        case PARTITION -> samePartition;
        case KEY -> samePartition && Arrays.equals(mine.key().bytes(), passing.key().bytes());
      };
    }
  }
}
