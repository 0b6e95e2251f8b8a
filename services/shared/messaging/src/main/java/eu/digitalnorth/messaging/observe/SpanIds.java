package eu.digitalnorth.messaging.observe;

import eu.digitalnorth.messaging.envelope.MessageIdentity;
import eu.digitalnorth.messaging.envelope.RawRecord;
import eu.digitalnorth.messaging.envelope.TraceParent;
import io.opentelemetry.sdk.trace.IdGenerator;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gives spans ids that follow from the messages themselves: sending one has the id that stands in
 * its {@code traceparent}, and processing one an id that its receiver and whoever sends what
 * follows from it know alike. So no span has to be carried from thread to thread, through a
 * database, or past a crash.
 */
final class SpanIds implements IdGenerator {
  private final IdGenerator random = IdGenerator.random();
  private final ThreadLocal<@Nullable Ids> next = new ThreadLocal<>();

  /** The next span that this thread starts has these. */
  void next(String trace, String span) {
    next.set(new Ids(trace, span));
  }

  @Override
  public String generateTraceId() {
    Ids ids = next.get();
    return ids == null ? random.generateTraceId() : ids.trace();
  }

  @Override
  public String generateSpanId() {
    Ids ids = next.get();
    return ids == null ? random.generateSpanId() : ids.span();
  }

  /** The span in which a message is processed; nothing for what is no message. */
  static Optional<String> ofProcessing(RawRecord raw) {
    try {
      return raw.header("ce_id")
          .map(UUID::fromString)
          .flatMap(
              id ->
                  raw.header("ce_source")
                      .map(source -> ofProcessing(new MessageIdentity(source, id).cause())));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The same for who knows only what the message caused. */
  static String ofProcessing(UUID cause) {
    return HexFormat.of().toHexDigits(cause.getLeastSignificantBits());
  }

  /** Whether a trace is named after what caused a message: then that was no message itself. */
  static boolean beginsWith(TraceParent.Ids trace, UUID cause) {
    return trace.trace().equals(cause.toString().replace("-", ""));
  }

  private record Ids(String trace, String span) {}
}
