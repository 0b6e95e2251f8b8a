package eu.digitalnorth.replay.letters;

import eu.digitalnorth.messaging.envelope.Header;
import eu.digitalnorth.messaging.envelope.RawRecord;
import eu.digitalnorth.messaging.inbox.DeadLetters;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A record that a service refused. What the service says of it are the last headers of their names:
 * the record itself, which anybody may have written, can have brought some of the same name.
 */
public record DeadLetter(LetterTopic topic, RawRecord raw) {
  /** Names the dead letter that a record was made of. */
  public static final String REDRIVE_OF = "redrive-of";

  /** How many times the record has been processed again; 1 the first time. */
  public static final String REDRIVE_ATTEMPT = "redrive-attempt";

  private static final String ORIGIN_TOPIC = "kafka_dlt-original-topic";
  private static final String ORIGIN_PARTITION = "kafka_dlt-original-partition";
  private static final String ORIGIN_OFFSET = "kafka_dlt-original-offset";

  /** What the service adds. */
  private static final Set<String> ADDED =
      Set.of(
          DeadLetters.REASON,
          DeadLetters.EXPLANATION,
          ORIGIN_TOPIC,
          ORIGIN_PARTITION,
          ORIGIN_OFFSET,
          "kafka_dlt-original-timestamp");

  private static final Set<String> MARKS = Set.of(REDRIVE_OF, REDRIVE_ATTEMPT);
  private static final int MOST_DIGITS = 4;

  public LetterId id() {
    return LetterId.of(raw);
  }

  /** The service's code for what was wrong. */
  public String reason() {
    return raw.header(DeadLetters.REASON).orElse("UNKNOWN");
  }

  /** What was wrong, for people. */
  public String explanation() {
    return raw.header(DeadLetters.EXPLANATION).orElse("");
  }

  /** The topic that it came from, as the service says. */
  public @Nullable String originTopic() {
    return raw.header(ORIGIN_TOPIC).orElse(null);
  }

  /** The partition that it came from. */
  public OptionalInt originPartition() {
    byte[] bytes = last(ORIGIN_PARTITION);
    return bytes == null || bytes.length != Integer.BYTES
        ? OptionalInt.empty()
        : OptionalInt.of(ByteBuffer.wrap(bytes).getInt());
  }

  /** The offset that it had there. */
  public OptionalLong originOffset() {
    byte[] bytes = last(ORIGIN_OFFSET);
    return bytes == null || bytes.length != Long.BYTES
        ? OptionalLong.empty()
        : OptionalLong.of(ByteBuffer.wrap(bytes).getLong());
  }

  /** How many times it had been processed again when it was refused. */
  public int attempts() {
    return raw.header(REDRIVE_ATTEMPT)
        .filter(text -> text.matches("[0-9]{1," + MOST_DIGITS + "}"))
        .map(Integer::parseInt)
        .orElse(0);
  }

  /** Whether it can go back to where it came from, as far as it tells itself. */
  boolean hasOrigin() {
    return topic.origin() != null
        && topic.origin().equals(originTopic())
        && originPartition().isPresent()
        && originOffset().isPresent();
  }

  /** The headers that the record had when it was first sent. */
  List<Header> ownHeaders() {
    List<Header> own = new ArrayList<>(raw.headers());
    for (String added : ADDED) {
      for (int i = own.size() - 1; i >= 0; i--) {
        if (own.get(i).name().equals(added)) {
          own.remove(i);
          break;
        }
      }
    }
    own.removeIf(DeadLetter::isMark);
    return own;
  }

  /** The headers that the record has when it is sent again. */
  List<Header> redrivenHeaders() {
    List<Header> headers = ownHeaders();
    headers.add(Header.of(REDRIVE_OF, id().toString()));
    headers.add(Header.of(REDRIVE_ATTEMPT, Integer.toString(attempts() + 1)));
    return headers;
  }

  static boolean isMark(Header header) {
    return MARKS.contains(header.name());
  }

  /** Bytes of key, value and headers. */
  int length() {
    int length = length(raw.key()) + length(raw.value());
    for (Header header : raw.headers()) {
      length += header.name().length() + length(header.value());
    }
    return length;
  }

  private static int length(byte @Nullable [] bytes) {
    return bytes == null ? 0 : bytes.length;
  }

  private byte @Nullable [] last(String name) {
    for (int i = raw.headers().size() - 1; i >= 0; i--) {
      Header header = raw.headers().get(i);
      if (header.name().equals(name)) {
        return header.value();
      }
    }
    return null;
  }
}
