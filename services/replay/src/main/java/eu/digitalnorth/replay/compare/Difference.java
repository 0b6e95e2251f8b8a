package eu.digitalnorth.replay.compare;

import java.util.List;

/** One way in which what was replayed is not what was recorded. */
public sealed interface Difference {
  Group group();

  /** Name of the record type. */
  String type();

  /** A word for reports. */
  default String kind() {
    return switch (this) {
      case Missing missing -> "missing";
      case Extra extra -> "extra";
      case Reordered reordered -> "reordered";
      case Changed changed -> "changed";
      case NotLookedInto left -> "different";
    };
  }

  /** Where it was in the recordings, as far as it was there. */
  default String places() {
    return switch (this) {
      case Missing missing -> missing.expected;
      case Extra extra -> extra.actual;
      case Reordered(var g, var t, var expected, var actual) -> expected + " / " + actual;
      case Changed(var g, var t, var expected, var actual, var f) -> expected + " / " + actual;
      case NotLookedInto left ->
          "%,d / %,d records".formatted(left.expectedRecords, left.actualRecords);
    };
  }

  /** In which fields; empty unless it is one record that has changed. */
  default List<FieldDifference> fields() {
    return this instanceof Changed changed ? changed.fields : List.of();
  }

  /** Recorded, and not replayed. */
  record Missing(Group group, String type, String expected) implements Difference {}

  /** Replayed, and not recorded. */
  record Extra(Group group, String type, String actual) implements Difference {}

  /** The same, but before or after another one of its key. */
  record Reordered(Group group, String type, String expected, String actual)
      implements Difference {}

  /** The same record by place and type, with other contents. */
  record Changed(
      Group group, String type, String expected, String actual, List<FieldDifference> fields)
      implements Difference {
    public Changed {
      fields = List.copyOf(fields);
    }
  }

  /** One of more differing groups than are looked into. */
  record NotLookedInto(Group group, long expectedRecords, long actualRecords)
      implements Difference {
    @Override
    public String type() {
      return "";
    }
  }
}
