package eu.digitalnorth.messaging.envelope;

import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** W3C Trace Context: header {@code traceparent}, version 00. */
public final class TraceParent {
  private static final Pattern FORM =
      Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
  private static final int SPAN_ID_START = 36;
  private static final int SPAN_ID_END = 52;
  private static final int TRACE_ID_START = 3;
  private static final int TRACE_ID_END = 35;

  private TraceParent() {}

  /**
   * @param trace 32 hexadecimal digits
   * @param span 16 of them
   */
  public record Ids(String trace, String span) {}

  /** What a header says; empty if it is none of version 00. */
  public static Optional<Ids> parse(String header) {
    return FORM.matcher(header).matches()
        ? Optional.of(
            new Ids(
                header.substring(TRACE_ID_START, TRACE_ID_END),
                header.substring(SPAN_ID_START, SPAN_ID_END)))
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
        cause != null && FORM.matcher(cause).matches()
            ? cause.substring(TRACE_ID_START, TRACE_ID_END)
            : traceId(key, message);
    String span = HexFormat.of().toHexDigits(message.getMostSignificantBits());
    return "00-" + trace + '-' + span + "-01";
  }

  private static String traceId(String key, UUID message) {
    String hex = key.replace("-", "");
    return FORM.matcher("00-" + hex + "-0000000000000001-01").matches()
        ? hex
        : message.toString().replace("-", "");
  }
}
