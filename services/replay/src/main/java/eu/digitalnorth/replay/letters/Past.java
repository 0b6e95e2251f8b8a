package eu.digitalnorth.replay.letters;

import eu.digitalnorth.messaging.envelope.Header;
import eu.digitalnorth.messaging.envelope.RawRecord;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/**
 * What has been done with the letters of a topic, found where it was done. Who may write to an
 * inbox can write there that something is a letter sent again; it counts only if it is the same in
 * every byte, and then it is as good as that.
 */
final class Past {
  /** Names the dead letter that was parked. */
  static final String PARKED_OF = "parked-of";

  /** Bytes: the longest batch that a topic takes by default, less what goes around a record. */
  private static final int LONGEST = 1_048_588 - 1_024;

  private final Map<String, Set<Content>> redriven = new HashMap<>();
  private final Set<String> parked = new HashSet<>();

  private Past() {}

  /**
   * @param since from where in the letters' origin
   */
  static Past of(LetterTopic topic, Map<TopicPartition, Long> since, TopicReader reader) {
    Past past = new Past();
    reader.read(since, past::noteRedriven);
    reader.read(topic.parked(), past::noteParked);
    return past;
  }

  private boolean noteRedriven(RawRecord raw) {
    raw.header(DeadLetter.REDRIVE_OF)
        .ifPresent(
            id ->
                redriven
                    .computeIfAbsent(id, first -> new HashSet<>())
                    .add(Content.of(raw, withoutMarks(raw))));
    return true;
  }

  private static List<Header> withoutMarks(RawRecord raw) {
    return raw.headers().stream().filter(header -> !DeadLetter.isMark(header)).toList();
  }

  private boolean noteParked(RawRecord raw) {
    raw.header(PARKED_OF).ifPresent(parked::add);
    return true;
  }

  LetterState stateOf(DeadLetter letter) {
    String id = letter.id().toString();
    if (parked.contains(id)) {
      return LetterState.PARKED;
    }
    Set<Content> sent = redriven.get(id);
    if (sent != null && sent.contains(Content.of(letter.raw(), letter.ownHeaders()))) {
      return LetterState.REDRIVEN;
    }
    if (!letter.hasOrigin() || letter.length() > LONGEST) {
      return LetterState.STUCK;
    }
    return letter.attempts() > 0 ? LetterState.CAME_BACK : LetterState.WAITING;
  }
}
