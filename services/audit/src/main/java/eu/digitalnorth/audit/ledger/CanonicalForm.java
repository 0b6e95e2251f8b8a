package eu.digitalnorth.audit.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an entry that are hashed: JSON in the canonical form of RFC 8785 (JCS), so that
 * anybody can compute them again. Members without a value are left out; instants are texts with six
 * digits of a second; offsets are texts, since a JSON number is exact up to 2^53 only.
 */
public final class CanonicalForm {
  /** Member {@code format} of every entry; another form gets another number. */
  public static final int FORMAT = 1;

  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);
  private static final int USUAL_LENGTH = 1024;

  private CanonicalForm() {}

  public static byte[] of(EntryContent entry) {
    // In the order of RFC 8785, clause 3.2.3: names sorted.
    return new CanonicalObject(USUAL_LENGTH)
        .text("action", entry.action())
        .raw("authority", authority(entry.authority()))
        .text("bodyDigest", entry.bodyDigest())
        .text("counterparty", entry.counterparty())
        .text("country", entry.country())
        .text("decidedAt", instant(entry.decidedAt()))
        .text("eventId", entry.eventId())
        .text("evidenceType", entry.evidenceType())
        .text("exchangeId", entry.exchangeId())
        .raw("format", Integer.toString(FORMAT))
        .text("messageId", entry.messageId())
        .text("messageType", entry.messageType())
        .text("occurredAt", instant(entry.occurredAt()))
        .text("outcome", entry.outcome())
        .raw("positions", positions(entry.positions()))
        .text("procedure", entry.procedure())
        .text("recordedAt", instant(entry.recordedAt()))
        .text("service", entry.service())
        .text("subject", entry.subject())
        .text("topic", entry.topic())
        .end()
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The array of positions as it stands in the entry's form, and in the database. */
  public static String positions(List<SeenPosition> positions) {
    StringBuilder json = new StringBuilder("[");
    for (SeenPosition position : positions) {
      json.append(json.length() == 1 ? "" : ",").append(position(position));
    }
    return json.append(']').toString();
  }

  private static String position(SeenPosition position) {
    return new CanonicalObject(96)
        .text("offset", position.offset())
        .raw("partition", Integer.toString(position.partition()))
        .text("topic", position.topic())
        .end();
  }

  private static @Nullable String authority(@Nullable RequestingAuthority authority) {
    return authority == null
        ? null
        : new CanonicalObject(128)
            .text("country", authority.country())
            .text("id", authority.id())
            .text("name", authority.name())
            .end();
  }

  private static @Nullable String instant(@Nullable Instant instant) {
    return instant == null ? null : MICROS.format(instant);
  }
}
