package eu.digitalnorth.replay.run;

import java.util.List;

/**
 * What a run does before it writes the first record.
 *
 * @param topics that are written to
 * @param schemas that their registry must have; empty if ids stay as recorded
 */
public record RunPlan(List<TargetTopic> topics, List<SubjectSchema> schemas) {
  public RunPlan {
    topics = List.copyOf(topics);
    schemas = List.copyOf(schemas);
  }

  /** Names of topics that somebody reads for real. */
  public List<String> live() {
    return topics.stream().filter(TargetTopic::isLive).map(TargetTopic::name).toList();
  }

  /** How many were recorded; a filter may leave some out. */
  public long records() {
    return topics.stream().mapToLong(TargetTopic::records).sum();
  }
}
