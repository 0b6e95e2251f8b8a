package eu.digitalnorth.replay.run;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How fast records are written. */
public sealed interface Pace {
  /** One after the other, without waiting. */
  record Fast() implements Pace {}

  /**
   * At the recorded intervals.
   *
   * @param factor how many times as fast; 1 is as recorded
   */
  record Intervals(double factor) implements Pace {}

  /**
   * Reads {@code fast}, {@code recorded}, or a factor as {@code 10x} or {@code 0.5x}.
   *
   * @throws IllegalArgumentException if it is none of these
   */
  static Pace parse(String text) {
    return switch (text) {
      case "fast" -> new Fast();
      case "recorded" -> new Intervals(1);
      default -> {
        Matcher factor = Pattern.compile("([0-9]{1,6}(?:\\.[0-9]{1,6})?)x").matcher(text);
        if (!factor.matches() || Double.parseDouble(factor.group(1)) == 0) {
          throw new IllegalArgumentException(
              "\"%s\" is neither fast, recorded nor a factor as 10x".formatted(text));
        }
        yield new Intervals(Double.parseDouble(factor.group(1)));
      }
    };
  }
}
