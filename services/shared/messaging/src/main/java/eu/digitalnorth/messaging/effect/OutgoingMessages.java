package eu.digitalnorth.messaging.effect;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.codec.AvroCodec;
import eu.digitalnorth.messaging.envelope.CloudEventHeaders;
import eu.digitalnorth.messaging.envelope.Envelope;
import eu.digitalnorth.messaging.envelope.NameBasedIds;
import eu.digitalnorth.messaging.envelope.Source;
import eu.digitalnorth.messaging.envelope.TraceParent;
import eu.digitalnorth.messaging.observe.MessageMetrics;
import eu.digitalnorth.messaging.store.OutboxRecord;
import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.messaging.topic.Topic;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.messaging.trust.MessageSigning;
import eu.digitalnorth.schemas.SchemaHash;
import eu.digitalnorth.schemas.audit.AuditAction;
import eu.digitalnorth.schemas.audit.AuditEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Builds messages in the name of one service: envelope, encoded body, key, and at last signatures.
 */
public final class OutgoingMessages {
  /** Bytes; the rest of the 1 MiB that a broker takes is for the key and the headers. */
  private static final int LONGEST_VALUE = 1_000_000;

  private final Service service;
  private final AvroCodec codec;
  private final MessageSigning signing;
  private final MessageMetrics metrics;

  public OutgoingMessages(
      Service service, AvroCodec codec, MessageSigning signing, MessageMetrics metrics) {
    this.service = service;
    this.codec = codec;
    this.signing = signing;
    this.metrics = metrics;
  }

  /** An audit event with all that does not depend on a message. */
  public AuditEvent.Builder auditEvent(
      CountryCode country, Instant now, AuditAction action, AuditDetails details) {
    return AuditEvent.newBuilder()
        .setAction(action)
        .setOccurredAt(now)
        .setCountry(country.value())
        .setService(service.id())
        .setAuthority(details.authority())
        .setSubject(details.subject())
        .setProcedure(details.procedure())
        .setEvidenceType(details.evidenceType());
  }

  OutboxRecord auditRecord(
      CountryCode country, UUID cause, UUID about, AuditEvent event, Instant now) {
    metrics.audited(country, event);
    UUID id = NameBasedIds.derive(about, "audit:" + service.id() + ':' + event.getAction());
    String key =
        Stream.of(event.getExchangeId(), event.getMessageId(), about)
            .filter(Objects::nonNull)
            .findFirst()
            .orElseThrow()
            .toString();
    return message(country, cause, id, null, TopicCatalogue.AUDIT_EVENT, country, key, event, now)
        .record();
  }

  <R extends SpecificRecord> OutgoingMessage message(
      CountryCode country,
      UUID cause,
      UUID id,
      @Nullable String causeTrace,
      Topic<R> topic,
      CountryCode receiver,
      String key,
      R body,
      Instant now) {
    String name = topic.nameFor(receiver);
    Envelope envelope =
        new Envelope(
            id,
            topic.eventType(),
            new Source(country, service.id()),
            key,
            now,
            SchemaHash.urn(body.getSchema()),
            TraceParent.next(causeTrace, key, id));
    byte[] recordKey = key.getBytes(StandardCharsets.UTF_8);
    byte[] value = encode(name, body);
    OutboxRecord record =
        new OutboxRecord(
            country,
            cause,
            name,
            null,
            recordKey,
            value,
            CloudEventHeaders.write(envelope),
            topic.compacted());
    return new OutgoingMessage(id, record);
  }

  /**
   * Signs what is sent together.
   *
   * @param records of this service, not signed yet
   * @param now their {@code ce_time}
   */
  List<OutboxRecord> signed(CountryCode country, Instant now, List<OutboxRecord> records) {
    return signing.sign(new Source(country, service.id()), now, records);
  }

  /** A record that no broker takes must not get into the outbox: it would be tried for ever. */
  private byte[] encode(String topic, SpecificRecord body) {
    byte[] value = codec.encode(topic, body);
    if (value.length > LONGEST_VALUE) {
      throw new IllegalArgumentException(
          "A message of " + value.length + " bytes is too long for " + topic);
    }
    return value;
  }
}
