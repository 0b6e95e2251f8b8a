package eu.digitalnorth.messaging.envelope;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the headers of a message say: CloudEvents 1.0, Kafka protocol binding, binary content mode.
 *
 * @param id {@code ce_id}
 * @param type {@code ce_type}, for example {@code eu.digitalnorth.evidence.request.v1}
 * @param source {@code ce_source}
 * @param subject {@code ce_subject}: the exchange, or on a register topic the subject's pseudonym
 * @param time {@code ce_time}
 * @param dataSchema {@code ce_dataschema}: SHA-256 of the writer schema as a URN
 * @param traceParent W3C {@code traceparent}, if there is one
 */
public record Envelope(
    UUID id,
    String type,
    Source source,
    String subject,
    Instant time,
    String dataSchema,
    @Nullable String traceParent) {

  /**
   * The subject as the exchange that it names; only for messages that are keyed by exchange.
   *
   * @throws IllegalArgumentException if the subject is no UUID
   */
  public UUID exchangeId() {
    return UUID.fromString(subject);
  }
}
