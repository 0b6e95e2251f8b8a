package eu.digitalnorth.replay.bundle;

import org.jspecify.annotations.Nullable;

/**
 * A key or a value as it is on the wire. The bytes are not copied: nobody changes them.
 *
 * @param bytes null is not the same as empty
 * @param schema SHA-256 of its schema, 64 hexadecimal digits; null if none is known
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier between Kafka and files, never compared
public record Payload(byte @Nullable [] bytes, Framing framing, @Nullable String schema) {
  /** Bytes of the magic byte and the schema id in front of {@link Framing#PREFIX_V0}. */
  public static final int PREFIX_BYTES = 5;

  public static Payload raw(byte @Nullable [] bytes) {
    return new Payload(bytes, Framing.RAW, null);
  }

  /** Zero for null. */
  public int length() {
    return bytes == null ? 0 : bytes.length;
  }
}
