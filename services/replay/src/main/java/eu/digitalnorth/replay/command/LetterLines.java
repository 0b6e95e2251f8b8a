package eu.digitalnorth.replay.command;

import eu.digitalnorth.replay.letters.DeadLetter;
import eu.digitalnorth.replay.letters.LetterFilter;
import eu.digitalnorth.replay.letters.LetterState;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Dead letters for people. Anybody may have written them: no terminal is to obey what they say. */
final class LetterLines {
  private static final int LONGEST_KEY = 64;

  private LetterLines() {}

  static String line(DeadLetter letter, LetterState state) {
    return String.format(
        Locale.ROOT,
        "%s  %s  %-9s  %s  %s",
        letter.id(),
        Instant.ofEpochMilli(letter.raw().timestamp()),
        state.words(),
        harmless(letter.reason()),
        key(letter.raw().key()));
  }

  static String key(byte @Nullable [] key) {
    if (key == null) {
      return "(no key)";
    }
    String text = harmless(new String(key, StandardCharsets.UTF_8));
    return text.length() <= LONGEST_KEY ? text : text.substring(0, LONGEST_KEY) + "...";
  }

  /** Without what moves a cursor or changes a colour. */
  static String harmless(String text) {
    return text.codePoints()
        .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  static LetterFilter filter(LetterOptions options, Collection<String> ids, CommandSpec spec) {
    try {
      return options.filter(ids);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), Objects.toString(e.getMessage()));
    }
  }
}
