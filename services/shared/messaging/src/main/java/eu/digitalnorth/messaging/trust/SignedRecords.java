package eu.digitalnorth.messaging.trust;

import eu.digitalnorth.messaging.codec.AvroCodec;
import eu.digitalnorth.messaging.envelope.Header;
import eu.digitalnorth.trust.signature.SignedContent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of a record is signed. */
final class SignedRecords {
  private SignedRecords() {}

  /**
   * @param topic logical name: without what a replay put in front
   * @param value null for a tombstone, else with the schema id in front, which is not signed
   */
  static SignedContent content(
      String topic, byte @Nullable [] key, List<Header> headers, byte @Nullable [] value) {
    return new SignedContent(
        topic,
        key,
        text(headers, "ce_id"),
        text(headers, "ce_type"),
        text(headers, "ce_source"),
        text(headers, "ce_subject"),
        text(headers, "ce_time"),
        text(headers, "ce_dataschema"),
        value == null ? null : Arrays.copyOfRange(value, AvroCodec.PREFIX_BYTES, value.length));
  }

  private static @Nullable String text(List<Header> headers, String name) {
    for (int i = headers.size() - 1; i >= 0; i--) {
      Header header = headers.get(i);
      byte[] bytes = header.value();
      if (header.name().equals(name) && bytes != null) {
        return new String(bytes, StandardCharsets.UTF_8);
      }
    }
    return null;
  }
}
