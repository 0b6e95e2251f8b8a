package eu.digitalnorth.messaging.trust;

import eu.digitalnorth.messaging.codec.AvroCodec;
import eu.digitalnorth.messaging.envelope.Header;
import eu.digitalnorth.trust.signature.SignedContent;
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
        Header.last(headers, "ce_id"),
        Header.last(headers, "ce_type"),
        Header.last(headers, "ce_source"),
        Header.last(headers, "ce_subject"),
        Header.last(headers, "ce_time"),
        Header.last(headers, "ce_dataschema"),
        value == null ? null : Arrays.copyOfRange(value, AvroCodec.PREFIX_BYTES, value.length));
  }
}
