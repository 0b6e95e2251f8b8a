package eu.digitalnorth.messaging.envelope;

import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** W3C Trace Context: header {@code traceparent}, version 00. */
public final class TraceParent {
  private static final String VERSION = "00-";
  private static final int TRACE_ID_START = 3;
  private static final int TRACE_ID_END = 35;
  private static final int PARENT_ID_START = 36;
  private static final int PARENT_ID_END = 52;
  private static final int FLAGS_START = 53;
  private static final int LENGTH = 55;

  private TraceParent() {}

  /**
   * @param trace 32 hexadecimal digits
   * @param span 16 of them
   */
  public record Ids(String trace, String span) {}

  /** What a header says; empty if it is none of version 00. */
  public static Optional<Ids> parse(String header) {
    return isValid(header)
        ? Optional.of(
            new Ids(
                header.substring(TRACE_ID_START, TRACE_ID_END),
                header.substring(PARENT_ID_START, PARENT_ID_END)))
        : Optional.empty();
  }

  /**
   * The trace of a message: that of its cause, else one named after the exchange, else after the
   * message itself.
   *
   * @param cause the cause's {@code traceparent}, if it has one
   * @param key the record key, which may be an exchange's id
   * @param message the message, which becomes the span
   */
  public static String next(@Nullable String cause, String key, UUID message) {
    String trace =
        cause != null && isValid(cause)
            ? cause.substring(TRACE_ID_START, TRACE_ID_END)
            : traceId(key, message);
    String span = HexFormat.of().toHexDigits(message.getMostSignificantBits());
    return "00-" + trace + '-' + span + "-01";
  }

  /** W3C Trace Context, clause 3.2.2. */
  private static boolean isValid(String text) {
    return text.length() == LENGTH
        && text.startsWith(VERSION)
        && isId(text, TRACE_ID_START, TRACE_ID_END)
        && text.charAt(TRACE_ID_END) == '-'
        && isId(text, PARENT_ID_START, PARENT_ID_END)
        && text.charAt(PARENT_ID_END) == '-'
        && isHex(text, FLAGS_START, LENGTH);
  }

  private static String traceId(String key, UUID message) {
    String hex = key.replace("-", "");
    return hex.length() == TRACE_ID_END - TRACE_ID_START && isId(hex, 0, hex.length())
        ? hex
        : message.toString().replace("-", "");
  }

  /** Hexadecimal in lower case, and not all zeros. */
  private static boolean isId(String text, int start, int end) {
    return isHex(text, start, end)
        && text.chars().skip(start).limit(end - start).anyMatch(c -> c != '0');
  }

  private static boolean isHex(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }
}
