package eu.digitalnorth.messaging.envelope;

/** Why a record went to the dead letters. */
public enum Rejection {
  /** A CloudEvents header is missing or malformed. */
  BAD_HEADER,
  /** The value is no Avro record of the registered schema, or has no value at all. */
  UNREADABLE,
  /** The value names a schema id that the registry does not know. */
  UNKNOWN_SCHEMA,
  /** Headers, key and body do not agree. */
  INCONSISTENT,
  /** The sender is no participant, or may not send this. */
  NOT_A_PARTICIPANT,
  /** The record is not signed, or not by who signed it as it is. */
  BAD_SIGNATURE,
  /** The key of the signature is unknown, revoked, out of time, or not the sender's. */
  UNTRUSTED_KEY,
  /** The service failed on this record and on no other. */
  PROCESSING_FAILED
}
