package eu.digitalnorth.replay.compare;

import eu.digitalnorth.replay.Failure;
import eu.digitalnorth.replay.ReplayException;
import eu.digitalnorth.replay.bundle.Bundle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * What differs between two recordings. They are read twice: first for a hash of each key's records,
 * then, of those keys only that differ, for the records themselves. The same recordings give the
 * same report.
 *
 * @param expected name of the recording that is the measure
 * @param actual name of the other
 * @param topics what was compared
 * @param differences by topic and key
 */
public record Comparison(
    String expected, String actual, List<TopicCounts> topics, List<Difference> differences) {

  /** Records of differing keys that are held in memory at a time, of both sides together. */
  private static final long MOST_RECORDS = 100_000;

  private static final Sequence NOTHING = new Sequence();

  public Comparison {
    topics = List.copyOf(topics);
    differences = List.copyOf(differences);
  }

  /** Whether nothing differs that counts. */
  public boolean isEqual() {
    return differences.isEmpty();
  }

  /**
   * Compares what was recorded with what came of a replay; reads each of them twice at most.
   *
   * @throws ReplayException if a topic is to be compared that neither has
   */
  public static Comparison of(Bundle expected, Bundle actual, CompareSettings settings) {
    ComparedRecords recorded = new ComparedRecords(expected, settings);
    ComparedRecords replayed = new ComparedRecords(actual, settings);
    refuseUnknown(settings.topics(), recorded, replayed);
    Map<Group, Sequence> expectedGroups = sequences(recorded);
    Map<Group, Sequence> actualGroups = sequences(replayed);
    List<Difference> differences = new ArrayList<>();
    SortedMap<Group, GroupComparison> differing = new TreeMap<>();
    long records = 0;
    for (Group group : union(expectedGroups, actualGroups)) {
      Sequence one = expectedGroups.getOrDefault(group, NOTHING);
      Sequence other = actualGroups.getOrDefault(group, NOTHING);
      if (one.isSameAs(other)) {
        continue;
      }
      if (records + one.count() + other.count() <= MOST_RECORDS) {
        records += one.count() + other.count();
        differing.put(group, new GroupComparison(group));
      } else {
        differences.add(new Difference.NotLookedInto(group, one.count(), other.count()));
      }
    }
    if (!differing.isEmpty()) {
      recorded.forEach(into(differing, GroupComparison::addExpected));
      replayed.forEach(into(differing, GroupComparison::addActual));
    }
    List<Difference> all = new ArrayList<>();
    differing.values().forEach(group -> all.addAll(group.differences()));
    all.addAll(differences);
    return new Comparison(
        expected.path().getFileName().toString(),
        actual.path().getFileName().toString(),
        counts(expectedGroups, actualGroups, all),
        all);
  }

  /** Of what is not there, nothing differs: that would look like success. */
  private static void refuseUnknown(
      Set<String> topics, ComparedRecords recorded, ComparedRecords replayed) {
    topics.stream()
        .sorted()
        .filter(topic -> !recorded.has(topic) && !replayed.has(topic))
        .findFirst()
        .ifPresent(
            topic -> {
              throw new ReplayException(
                  Failure.TOPIC, "Neither recording has the topic %s.".formatted(topic));
            });
  }

  private static Map<Group, Sequence> sequences(ComparedRecords records) {
    Map<Group, Sequence> sequences = new TreeMap<>();
    records.forEach(
        record ->
            sequences.computeIfAbsent(record.group(), g -> new Sequence()).add(record.json()));
    return sequences;
  }

  private static Consumer<ComparedRecord> into(
      Map<Group, GroupComparison> groups, BiConsumer<GroupComparison, ComparedRecord> side) {
    return record -> {
      GroupComparison group = groups.get(record.group());
      if (group != null) {
        side.accept(group, record);
      }
    };
  }

  private static TreeSet<Group> union(Map<Group, Sequence> one, Map<Group, Sequence> other) {
    TreeSet<Group> groups = new TreeSet<>(one.keySet());
    groups.addAll(other.keySet());
    return groups;
  }

  private static List<TopicCounts> counts(
      Map<Group, Sequence> expected, Map<Group, Sequence> actual, List<Difference> differences) {
    SortedMap<String, long[]> counts = new TreeMap<>();
    expected.forEach((group, records) -> of(counts, group)[0] += records.count());
    actual.forEach((group, records) -> of(counts, group)[1] += records.count());
    differences.forEach(difference -> of(counts, difference.group())[2]++);
    return counts.entrySet().stream()
        .map(e -> new TopicCounts(e.getKey(), e.getValue()[0], e.getValue()[1], e.getValue()[2]))
        .toList();
  }

  private static long[] of(Map<String, long[]> counts, Group group) {
    return counts.computeIfAbsent(group.topic(), topic -> new long[3]);
  }
}
