package eu.digitalnorth.replay.compare;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How two recordings are compared.
 *
 * @param rules what is not compared as it is
 * @param topics logical topics to compare; empty for all
 * @param prefix that a replay has put in front of topics, and that is not part of their logical
 *     name
 * @param renames names on the actual side by logical names
 */
public record CompareSettings(
    List<CompareRule> rules, Set<String> topics, String prefix, Map<String, String> renames) {
  public CompareSettings {
    rules = List.copyOf(rules);
    topics = Set.copyOf(topics);
    renames = Map.copyOf(renames);
  }

  /** Everything but what is different in each replay. */
  public static CompareSettings usual() {
    return new CompareSettings(CompareRule.DEFAULTS, Set.of(), "replay.", Map.of());
  }

  /** The name that a topic has whether it was replayed or not. */
  String logical(String topic) {
    for (Map.Entry<String, String> rename : renames.entrySet()) {
      if (rename.getValue().equals(topic)) {
        return rename.getKey();
      }
    }
    return !prefix.isEmpty() && topic.startsWith(prefix) ? topic.substring(prefix.length()) : topic;
  }

  boolean isCompared(String logicalTopic) {
    return topics.isEmpty() || topics.contains(logicalTopic);
  }
}
