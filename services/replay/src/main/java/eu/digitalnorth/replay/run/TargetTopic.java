package eu.digitalnorth.replay.run;

import eu.digitalnorth.replay.bundle.RecordedPartition;
import java.util.List;

/**
 * A topic that is written to.
 *
 * @param source recorded topic
 * @param name of the target
 * @param partitions how many it has, or is to have
 * @param exists whether it is there already
 * @param contents what was recorded of the source
 */
public record TargetTopic(
    String source, String name, int partitions, boolean exists, List<RecordedPartition> contents) {

  public TargetTopic {
    contents = List.copyOf(contents);
  }

  /** Whether services may read it for real, so that it must be told twice. */
  public boolean isLive() {
    return LiveTopics.isLive(name, exists);
  }

  /** How many were recorded; a filter may leave some out. */
  public long records() {
    return contents.stream().mapToLong(RecordedPartition::records).sum();
  }

  int longestRecord() {
    return contents.stream()
        .mapToInt(p -> p.file() == null ? 0 : p.file().longestRecord())
        .max()
        .orElse(0);
  }
}
