package eu.digitalnorth.local.portal;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.codec.AvroCodec;
import eu.digitalnorth.messaging.envelope.CloudEventHeaders;
import eu.digitalnorth.messaging.envelope.Envelope;
import eu.digitalnorth.messaging.envelope.Source;
import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.messaging.topic.Topic;
import eu.digitalnorth.messaging.trust.MessageSigning;
import eu.digitalnorth.schemas.SchemaHash;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Messages in the name of a country's portal, signed with its key, for what the portal itself does
 * not do. Safe for many threads.
 *
 * @param sender the portal's country
 */
public record PortalMessages(CountryCode sender, AvroCodec codec, MessageSigning signing) {

  /** A message of now, keyed by its exchange. */
  public <R extends SpecificRecord> ProducerRecord<byte[], byte[]> message(
      Topic<R> topic, CountryCode receiver, String exchangeId, R body) {
    String name = topic.nameFor(receiver);
    Envelope envelope =
        new Envelope(
            UUID.randomUUID(),
            topic.eventType(),
            new Source(sender, Service.PORTAL.id()),
            exchangeId,
            CloudEventHeaders.toMillis(Instant.now()),
            SchemaHash.urn(body.getSchema()),
            null);
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            name, exchangeId.getBytes(StandardCharsets.UTF_8), codec.encode(name, body));
    signing
        .headers(envelope, name, record.key(), record.value())
        .forEach(header -> record.headers().add(header.name(), header.value()));
    return record;
  }
}
