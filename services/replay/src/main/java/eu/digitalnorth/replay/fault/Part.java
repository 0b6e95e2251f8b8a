package eu.digitalnorth.replay.fault;

import eu.digitalnorth.messaging.envelope.Header;
import eu.digitalnorth.replay.bundle.RecordedRecord;
import org.jspecify.annotations.Nullable;

/**
 * A part of a record: {@code key}, {@code value}, or {@code header:NAME}, the last of that name
 * that has a value.
 */
public record Part(Kind kind, @Nullable String header) {
  private static final String HEADER = "header:";

  /** What it is a part of. */
  public enum Kind {
    KEY,
    VALUE,
    HEADER
  }

  /**
   * Reads it as it is written.
   *
   * @throws IllegalArgumentException if it is none
   */
  static Part parse(String text) {
    if (text.startsWith(HEADER) && text.length() > HEADER.length()) {
      return new Part(Kind.HEADER, text.substring(HEADER.length()));
    }
    return switch (text) {
      case "key" -> new Part(Kind.KEY, null);
      case "value" -> new Part(Kind.VALUE, null);
      default ->
          throw new IllegalArgumentException(
              "\"%s\" is neither key, value nor header:NAME".formatted(text));
    };
  }

  /** Null if the record has none. */
  byte @Nullable [] of(RecordedRecord record) {
    return switch (kind) {
      case KEY -> record.key().bytes();
      case VALUE -> record.value().bytes();
      case HEADER -> last(record);
    };
  }

  private byte @Nullable [] last(RecordedRecord record) {
    byte[] last = null;
    for (Header each : record.headers()) {
      if (each.name().equals(header) && each.value() != null) {
        last = each.value();
      }
    }
    return last;
  }

  @Override
  public String toString() {
    return switch (kind) {
      case KEY -> "key";
      case VALUE -> "value";
      case HEADER -> HEADER + header;
    };
  }
}
