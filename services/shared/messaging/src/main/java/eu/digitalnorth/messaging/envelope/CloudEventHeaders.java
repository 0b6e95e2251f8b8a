package eu.digitalnorth.messaging.envelope;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the headers of an {@link Envelope} (CloudEvents 1.0, Kafka protocol binding 3.2:
 * binary content mode).
 */
public final class CloudEventHeaders {
  public static final String CONTENT_TYPE = "application/avro";
  private static final String SPEC_VERSION = "1.0";
  private static final int LONGEST = 256;

  private CloudEventHeaders() {}

  public static List<Header> write(Envelope envelope) {
    List<Header> headers = new ArrayList<>(9);
    headers.add(Header.of("ce_specversion", SPEC_VERSION));
    headers.add(Header.of("ce_id", envelope.id().toString()));
    headers.add(Header.of("ce_type", envelope.type()));
    headers.add(Header.of("ce_source", envelope.source().toString()));
    headers.add(Header.of("ce_subject", envelope.subject()));
    headers.add(Header.of("ce_time", DateTimeFormatter.ISO_INSTANT.format(envelope.time())));
    headers.add(Header.of("ce_dataschema", envelope.dataSchema()));
    headers.add(Header.of("content-type", CONTENT_TYPE));
    if (envelope.traceParent() != null) {
      headers.add(Header.of("traceparent", envelope.traceParent()));
    }
    return headers;
  }

  /**
   * @throws RejectedRecordException if a header is missing or not what it should be
   */
  public static Envelope read(RawRecord raw) throws RejectedRecordException {
    if (!text(raw, "ce_specversion").equals(SPEC_VERSION)) {
      throw bad("ce_specversion", "is not 1.0");
    }
    return new Envelope(
        parse(raw, "ce_id", CloudEventHeaders::uuid),
        text(raw, "ce_type"),
        Source.parse(text(raw, "ce_source"))
            .orElseThrow(() -> bad("ce_source", "is not urn:digital-north:<country>:<service>")),
        text(raw, "ce_subject"),
        parse(raw, "ce_time", text -> OffsetDateTime.parse(text).toInstant()),
        text(raw, "ce_dataschema"),
        raw.header("traceparent").orElse(null));
  }

  private static UUID uuid(String text) {
    UUID id = UUID.fromString(text);
    if (!id.toString().equalsIgnoreCase(text)) {
      throw new IllegalArgumentException("short form of a UUID");
    }
    return id;
  }

  private static String text(RawRecord raw, String name) throws RejectedRecordException {
    Header header = only(raw, name);
    if (header == null || header.value() == null) {
      throw bad(name, "is missing");
    }
    String text = new String(header.value(), StandardCharsets.UTF_8);
    if (text.isEmpty() || text.length() > LONGEST) {
      throw bad(name, "is empty or longer than " + LONGEST + " characters");
    }
    return text;
  }

  private static @Nullable Header only(RawRecord raw, String name) throws RejectedRecordException {
    Header found = null;
    for (Header header : raw.headers()) {
      if (header.name().equals(name)) {
        if (found != null) {
          throw bad(name, "stands there more than once"); // readers differ in which one counts
        }
        found = header;
      }
    }
    return found;
  }

  private static <V> V parse(RawRecord raw, String name, Function<String, V> parser)
      throws RejectedRecordException {
    try {
      return parser.apply(text(raw, name));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw bad(name, "cannot be read");
    }
  }

  private static RejectedRecordException bad(String header, String problem) {
    return new RejectedRecordException(Rejection.BAD_HEADER, "Header " + header + ' ' + problem);
  }

  /** Milliseconds are what the Avro records keep, and so what the headers say. */
  public static Instant toMillis(Instant instant) {
    return Instant.ofEpochMilli(instant.toEpochMilli());
  }
}
