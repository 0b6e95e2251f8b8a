package eu.digitalnorth.messaging.effect;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.codec.AvroCodec;
import eu.digitalnorth.messaging.envelope.CloudEventHeaders;
import eu.digitalnorth.messaging.envelope.Envelope;
import eu.digitalnorth.messaging.envelope.NameBasedIds;
import eu.digitalnorth.messaging.envelope.Source;
import eu.digitalnorth.messaging.envelope.TraceParent;
import eu.digitalnorth.messaging.store.OutboxRecord;
import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.messaging.topic.Topic;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.schemas.SchemaHash;
import eu.digitalnorth.schemas.audit.AuditAction;
import eu.digitalnorth.schemas.audit.AuditEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Builds messages in the name of one service: envelope, encoded body, key. */
public final class OutgoingMessages {
  private final Service service;
  private final AvroCodec codec;

  public OutgoingMessages(Service service, AvroCodec codec) {
    this.service = service;
    this.codec = codec;
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

  OutboxRecord auditRecord(CountryCode country, UUID cause, AuditEvent event, Instant now) {
    UUID about = event.getMessageId() == null ? cause : event.getMessageId();
    UUID id = NameBasedIds.derive(about, "audit:" + service.id() + ':' + event.getAction());
    String key = (event.getExchangeId() == null ? about : event.getExchangeId()).toString();
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
    OutboxRecord record =
        new OutboxRecord(
            country,
            cause,
            name,
            null,
            key.getBytes(StandardCharsets.UTF_8),
            codec.encode(name, body),
            CloudEventHeaders.write(envelope));
    return new OutgoingMessage(id, record);
  }
}
