package eu.digitalnorth.replay.compare;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Finds what differs between the records of a group: the longest common order is equal; what else
 * is on both sides was reordered; of the rest, records of a type are paired with those that they
 * are least different from.
 */
final class GroupComparison {
  /** Among so many that could be meant. */
  private static final int WINDOW = 20;

  private final Group group;
  private final List<ComparedRecord> expected = new ArrayList<>();
  private final List<ComparedRecord> actual = new ArrayList<>();
  private final List<Difference> differences = new ArrayList<>();

  GroupComparison(Group group) {
    this.group = group;
  }

  void addExpected(ComparedRecord record) {
    expected.add(record);
  }

  void addActual(ComparedRecord record) {
    actual.add(record);
  }

  List<Difference> differences() {
    List<ComparedRecord> left = new ArrayList<>();
    List<ComparedRecord> right = new ArrayList<>();
    for (AbstractDelta<String> delta : DiffUtils.diff(json(expected), json(actual)).getDeltas()) {
      int from = delta.getSource().getPosition();
      left.addAll(expected.subList(from, from + delta.getSource().size()));
      int to = delta.getTarget().getPosition();
      right.addAll(actual.subList(to, to + delta.getTarget().size()));
    }
    reordered(left, right);
    changed(left, right);
    left.forEach(r -> differences.add(new Difference.Missing(group, r.type(), r.place())));
    right.forEach(r -> differences.add(new Difference.Extra(group, r.type(), r.place())));
    return differences;
  }

  private static List<String> json(List<ComparedRecord> records) {
    return records.stream().map(ComparedRecord::json).toList();
  }

  private void reordered(List<ComparedRecord> left, List<ComparedRecord> right) {
    for (Iterator<ComparedRecord> each = left.iterator(); each.hasNext(); ) {
      ComparedRecord one = each.next();
      Optional<ComparedRecord> same =
          right.stream().filter(other -> other.json().equals(one.json())).findFirst();
      if (same.isPresent()) {
        each.remove();
        right.remove(same.get());
        differences.add(
            new Difference.Reordered(group, one.type(), one.place(), same.get().place()));
      }
    }
  }

  private void changed(List<ComparedRecord> left, List<ComparedRecord> right) {
    for (Iterator<ComparedRecord> each = left.iterator(); each.hasNext(); ) {
      ComparedRecord one = each.next();
      Optional<Pair> nearest =
          right.stream()
              .filter(other -> other.type().equals(one.type()))
              .limit(WINDOW)
              .map(
                  other ->
                      new Pair(other, FieldDifferences.between(one.document(), other.document())))
              .min(Comparator.comparingInt(pair -> pair.fields.size()));
      if (nearest.isPresent()) {
        each.remove();
        right.remove(nearest.get().other);
        differences.add(
            new Difference.Changed(
                group, one.type(), one.place(), nearest.get().other.place(), nearest.get().fields));
      }
    }
  }

  private record Pair(ComparedRecord other, List<FieldDifference> fields) {}
}
