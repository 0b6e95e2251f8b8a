package eu.digitalnorth.replay.bundle;

/** How a key or value says which schema it follows. The order is that of the Avro enum. */
public enum Framing {
  /** It does not. */
  RAW,
  /** Confluent's wire format: a zero byte and four bytes of schema id in front. */
  PREFIX_V0,
  /** A header has the schema's GUID; the bytes have nothing in front. */
  HEADER_GUID_V1
}
