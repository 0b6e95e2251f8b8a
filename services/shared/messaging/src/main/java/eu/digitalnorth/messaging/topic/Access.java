package eu.digitalnorth.messaging.topic;

/** Which countries read and write a topic. */
public enum Access {
  /** Written by every country, read by its owner only. */
  INBOX,
  /** Written and read by its owner only. */
  NATIONAL,
  /** Written by its owner, read by every country. */
  BROADCAST
}
