package eu.digitalnorth.messaging.topic;

import java.util.Locale;

/** The services that take part in the exchange. */
public enum Service {
  ATTESTATION,
  AUDIT,
  EVIDENCE,
  PORTAL,
  REGISTRY;

  /** The name as in topics, event sources and ledgers, for example {@code evidence}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
