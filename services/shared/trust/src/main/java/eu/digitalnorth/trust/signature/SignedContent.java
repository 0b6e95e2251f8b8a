package eu.digitalnorth.trust.signature;

import eu.digitalnorth.trust.crypto.CanonicalForm;
import org.jspecify.annotations.Nullable;

/**
 * What the signature of a message is made over: everything that has a meaning and nothing that
 * changes on the way. docs/signature.md has the form for those who implement it elsewhere.
 *
 * <p>The id that a schema registry gave the schema and the prefix of a replayed topic are left out,
 * so that a signature survives another registry and a replay. The arrays are not copied.
 *
 * @param topic logical name of the topic, for example {@code ee.evidence.request.v1}
 * @param key record key
 * @param id {@code ce_id} as the header has it, as with the other texts
 * @param type {@code ce_type}
 * @param source {@code ce_source}
 * @param subject {@code ce_subject}
 * @param time {@code ce_time}
 * @param dataSchema {@code ce_dataschema}: SHA-256 of the writer schema, as a URN
 * @param body the Avro body after the prefix of five bytes; null for a tombstone, which is not the
 *     same as an empty body
 */
@SuppressWarnings("ArrayRecordComponent") // a view of one record, never compared
public record SignedContent(
    String topic,
    byte @Nullable [] key,
    @Nullable String id,
    @Nullable String type,
    @Nullable String source,
    @Nullable String subject,
    @Nullable String time,
    @Nullable String dataSchema,
    byte @Nullable [] body) {

  private static final String KIND = "digital-north-message-v1";

  byte[] canonicalForm() {
    return new CanonicalForm(KIND)
        .text(topic)
        .bytes(key)
        .text(id)
        .text(type)
        .text(source)
        .text(subject)
        .text(time)
        .text(dataSchema)
        .bytes(body)
        .toBytes();
  }

  @Override
  public String toString() {
    return "SignedContent[" + topic + " " + id + "]";
  }
}
