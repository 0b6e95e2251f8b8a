package eu.digitalnorth.replay.bundle;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Texts of what is read again and again: topics, schemas and names of headers repeat from record to
 * record. Of two that share a place, the later one stays, so that a stranger's file with ever new
 * names takes no more memory.
 */
final class RepeatedNames {
  private static final int PLACES = 1 << 10;

  private final byte[][] encoded = new byte[PLACES][];
  private final String[] texts = new String[PLACES];

  /** What these bytes are in UTF-8. */
  String of(byte[] bytes, int from, int to) {
    int place = hash(bytes, from, to) & PLACES - 1;
    byte[] known = encoded[place];
    if (known != null && Arrays.equals(known, 0, known.length, bytes, from, to)) {
      return texts[place];
    }
    String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    encoded[place] = Arrays.copyOfRange(bytes, from, to);
    texts[place] = text;
    return text;
  }

  private static int hash(byte[] bytes, int from, int to) {
    int hash = to - from;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + bytes[i];
    }
    return hash ^ hash >>> 16;
  }
}
