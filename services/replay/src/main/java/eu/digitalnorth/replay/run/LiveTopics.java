package eu.digitalnorth.replay.run;

import eu.digitalnorth.messaging.setup.AccessRules;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import java.util.regex.Pattern;

/**
 * What was said about writing to topics that somebody reads for real. Whoever does that by accident
 * has old requests answered anew, so it must be said twice.
 */
public enum LiveTopics {
  REFUSED,
  SAID_ONCE,
  SAID_TWICE;

  private static final Pattern DEAD_LETTERS = Pattern.compile("[a-z]{2}\\.dlt\\..+");

  public static LiveTopics of(boolean once, boolean again) {
    return once ? again ? SAID_TWICE : SAID_ONCE : REFUSED;
  }

  /**
   * Whether a topic counts as live: one of the exchange wherever it is, and any other that is there
   * already, unless it is one of replay's own.
   */
  static boolean isLive(String topic, boolean exists) {
    return !topic.startsWith(AccessRules.REPLAY_PREFIX)
        && (exists
            || TopicCatalogue.find(topic).isPresent()
            || DEAD_LETTERS.matcher(topic).matches());
  }
}
