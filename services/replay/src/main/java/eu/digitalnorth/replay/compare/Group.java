package eu.digitalnorth.replay.compare;

import java.util.Comparator;

/**
 * Records whose order counts: those of a topic with the same key, as of an exchange; and those
 * without a key in the same partition.
 *
 * @param topic logical name
 * @param key as JSON; {@code partition n} for what has none
 */
public record Group(String topic, String key) implements Comparable<Group> {
  private static final Comparator<Group> ORDER =
      Comparator.comparing(Group::topic).thenComparing(Group::key);

  @Override
  public int compareTo(Group other) {
    return ORDER.compare(this, other);
  }
}
