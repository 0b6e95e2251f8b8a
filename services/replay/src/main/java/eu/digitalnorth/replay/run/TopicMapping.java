package eu.digitalnorth.replay.run;

import java.util.Map;

/**
 * To which topic the records of a topic go.
 *
 * @param prefix put in front of every topic that is not renamed
 * @param renames new names by old ones
 */
public record TopicMapping(String prefix, Map<String, String> renames) {
  public TopicMapping {
    renames = Map.copyOf(renames);
  }

  /** A renamed topic gets no prefix. */
  public String target(String topic) {
    String renamed = renames.get(topic);
    return renamed == null ? prefix + topic : renamed;
  }
}
