package eu.digitalnorth.replay.fault;

import eu.digitalnorth.replay.bundle.RecordedRecord;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record that is to be sent.
 *
 * @param due at this recorded time, milliseconds since the epoch
 * @param corruptions in their order; the last of a part is done last
 * @param injection what went wrong with it; null if nothing did
 * @param copy 0 for the record, 1 for its first duplicate
 */
public record Emission(
    RecordedRecord record,
    long due,
    List<Corruption> corruptions,
    @Nullable Injection injection,
    int copy) {
  public Emission {
    corruptions = List.copyOf(corruptions);
  }

  static Emission of(RecordedRecord record, long due) {
    return new Emission(record, due, List.of(), null, 0);
  }

  Emission at(long other) {
    return new Emission(record, other, corruptions, injection, copy);
  }

  Emission asCopy(int number) {
    return new Emission(record, due, corruptions, injection, number);
  }

  Emission with(Corruption corruption) {
    List<Corruption> more = new ArrayList<>(corruptions);
    more.add(corruption);
    return new Emission(record, due, more, injection, copy);
  }

  Emission with(Injection what) {
    return new Emission(record, due, corruptions, what, copy);
  }
}
