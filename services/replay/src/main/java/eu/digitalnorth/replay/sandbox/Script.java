package eu.digitalnorth.replay.sandbox;

import eu.digitalnorth.replay.Failure;
import eu.digitalnorth.replay.ReplayException;
import eu.digitalnorth.replay.bundle.Bundle;
import eu.digitalnorth.replay.bundle.RecordStream;
import eu.digitalnorth.replay.bundle.RecordedPartition;
import eu.digitalnorth.replay.bundle.RecordedRecord;
import eu.digitalnorth.replay.sandbox.Decisions.Noted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/**
 * What is to be done, in which order.
 *
 * @param decisions of the recorded service
 * @param steps in the order of the decisions
 * @param undecided records that nobody had decided upon when the recording ended
 */
record Script(Decisions decisions, List<Step> steps, int undecided) {
  Script {
    steps = List.copyOf(steps);
  }

  /**
   * @throws ReplayException if the recording lacks what it takes
   */
  static Script of(Bundle bundle, Role role) {
    require(bundle, role);
    Decisions decisions = Decisions.read(bundle, role);
    List<Step> steps = new ArrayList<>();
    int undecided = 0;
    for (RecordedPartition partition : bundle.manifest().partitions()) {
      if (role.inboxes().contains(partition.topic())) {
        undecided += new Reading(bundle, partition, decisions).into(steps);
      }
    }
    steps.sort(
        Comparator.comparing(Step::order)
            .thenComparing(step -> step.partition().topic())
            .thenComparingInt(step -> step.partition().partition()));
    requireSeen(bundle, steps);
    return new Script(decisions, bounded(steps), undecided);
  }

  /** Of what was refused unread nobody noted what it had seen: no more than what came after. */
  private static List<Step> bounded(List<Step> steps) {
    List<Step> bounded = new ArrayList<>(steps);
    Map<TopicPartition, Long> next = null;
    for (int i = steps.size() - 1; i >= 0; i--) {
      bounded.set(i, steps.get(i).within(next));
      Map<TopicPartition, Long> seen = steps.get(i).seen();
      next = seen == null ? next : seen;
    }
    return bounded;
  }

  private static void require(Bundle bundle, Role role) {
    List<String> needed = new ArrayList<>(role.inboxes());
    needed.add(role.ledger());
    needed.addAll(role.trust());
    needed.addAll(role.states());
    needed.stream()
        .filter(topic -> bundle.manifest().partitionsOf(topic) == 0)
        .findFirst()
        .ifPresent(
            topic -> {
              throw new ReplayException(
                  Failure.TOPIC,
                  "The recording has not the topic %s, which the service reads or writes: record all topics."
                      .formatted(topic));
            });
  }

  /** What a decision had seen must be there as far as it had seen it. */
  private static void requireSeen(Bundle bundle, List<Step> steps) {
    Map<TopicPartition, Long> recorded = new HashMap<>();
    for (RecordedPartition partition : bundle.manifest().partitions()) {
      recorded.put(
          new TopicPartition(partition.topic(), partition.partition()), partition.nextOffset());
    }
    Set<Map<TopicPartition, Long>> looked = new HashSet<>();
    for (Step step : steps) {
      Map<TopicPartition, Long> seen = step.seen();
      if (seen != null && looked.add(seen)) {
        seen.forEach(
            (partition, offset) -> {
              if (recorded.getOrDefault(partition, 0L) < offset) {
                throw new ReplayException(
                    Failure.TOPIC,
                    "The recording has not what decisions had seen of %s up to offset %d: record all topics."
                        .formatted(partition.topic(), offset));
              }
            });
      }
    }
  }

  /** Makes steps of a partition's records. */
  private record Reading(Bundle bundle, RecordedPartition partition, Decisions decisions) {

    /**
     * @return how many records at its end were not decided upon
     */
    int into(List<Step> steps) {
      TopicPartition id = new TopicPartition(partition.topic(), partition.partition());
      List<Step> open = new ArrayList<>();
      Instant last = Instant.EPOCH;
      Set<String> decided = new HashSet<>();
      try (RecordStream records = bundle.records(partition::equals)) {
        while (records.hasNext()) {
          RecordedRecord record = records.next();
          Optional<Noted> noted = decisions.upon(record);
          if (noted.isEmpty() && !decided.contains(identity(record))) {
            open.add(new Step(id, last, last, null, null));
            continue;
          }
          steps.addAll(open); // something after them was decided upon, and so were they
          open.clear();
          Instant at = noted.map(Noted::at).orElse(last);
          last = at.isBefore(last) ? last : at;
          steps.add(new Step(id, at, last, noted.map(Noted::seen).orElse(null), null));
          decided.add(identity(record));
        }
      }
      return open.size();
    }

    /** As an inbox knows copies. */
    private static String identity(RecordedRecord record) {
      return record.header("ce_source").orElse("") + ' ' + record.header("ce_id").orElse("");
    }
  }
}
