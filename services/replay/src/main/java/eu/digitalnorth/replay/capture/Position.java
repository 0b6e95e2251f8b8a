package eu.digitalnorth.replay.capture;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;

/** A place in a topic, as a person names it. */
public sealed interface Position {
  /** Where the broker's records begin. */
  record Beginning() implements Position {}

  /** Where they end now. */
  record End() implements Position {}

  /** An offset, the same in every partition. */
  record Offset(long offset) implements Position {}

  /** The first record with this timestamp or a later one. */
  record Time(Instant instant) implements Position {}

  /**
   * Reads {@code beginning}, {@code end}, an offset, a timestamp ({@code 2026-11-22T10:00:00Z}), or
   * how long ago ({@code 15m}, {@code 2h}, {@code PT90S}).
   *
   * @throws IllegalArgumentException if it is none of these
   */
  static Position parse(String text, Instant now) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "beginning" -> new Beginning();
      case "end" -> new End();
      default -> {
        if (text.matches("[0-9]{1,18}")) {
          yield new Offset(Long.parseLong(text));
        }
        yield new Time(instant(text, now));
      }
    };
  }

  /**
   * Reads a timestamp, or how long ago.
   *
   * @throws IllegalArgumentException if it is neither
   */
  static Instant instant(String text, Instant now) {
    return text.indexOf('-') > 0 ? timestamp(text) : now.minus(duration(text));
  }

  /**
   * Reads ISO 8601 with an offset.
   *
   * @throws IllegalArgumentException if it is none
   */
  static Instant timestamp(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "\"%s\" is no timestamp as 2026-11-22T10:00:00Z".formatted(text), e);
    }
  }

  /**
   * Reads {@code 90s}, {@code 15m}, {@code 2h}, {@code 1h30m}, {@code 2d}, or ISO 8601.
   *
   * @throws IllegalArgumentException if it is none of these
   */
  static Duration duration(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    try {
      if (upper.startsWith("P")) {
        return Duration.parse(upper);
      }
      return Duration.parse(upper.endsWith("D") ? "P" + upper : "PT" + upper);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "\"%s\" is neither beginning, end, an offset, a timestamp nor a duration as 15m"
              .formatted(text),
          e);
    }
  }
}
