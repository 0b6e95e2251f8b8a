package eu.digitalnorth.replay.letters;

import eu.digitalnorth.messaging.envelope.RawRecord;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a dead letter is, by which people name it: {@code topic-partition@offset}. */
public record LetterId(String topic, int partition, long offset) {
  private static final Pattern FORM =
      Pattern.compile("([a-zA-Z0-9._-]{1,249})-([0-9]{1,9})@([0-9]{1,18})");

  static LetterId of(RawRecord raw) {
    return new LetterId(raw.topic(), raw.partition(), raw.offset());
  }

  /**
   * Reads it as it is shown.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static LetterId parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "\"%s\" names no dead letter as ee.dlt.evidence.ee.evidence.request.v1-0@7"
              .formatted(text));
    }
    return new LetterId(
        parts.group(1), Integer.parseInt(parts.group(2)), Long.parseLong(parts.group(3)));
  }

  @Override
  public String toString() {
    return topic + '-' + partition + '@' + offset;
  }
}
