package eu.digitalnorth.local.bench;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.codec.AvroCodec;
import eu.digitalnorth.messaging.envelope.CloudEventHeaders;
import eu.digitalnorth.messaging.envelope.Envelope;
import eu.digitalnorth.messaging.envelope.RejectedRecordException;
import eu.digitalnorth.messaging.envelope.Source;
import eu.digitalnorth.messaging.topic.Topic;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.messaging.trust.MessageSigning;
import eu.digitalnorth.schemas.SchemaHash;
import eu.digitalnorth.schemas.eid.AttestationIssued;
import eu.digitalnorth.schemas.evidence.EvidenceRequest;
import eu.digitalnorth.schemas.evidence.EvidenceResponse;
import eu.digitalnorth.schemas.wire.Authority;
import eu.digitalnorth.schemas.wire.EvidenceType;
import eu.digitalnorth.schemas.wire.ResponseKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Evidence requests of exchanges that were attested before, as a portal would send them. */
final class EvidenceRequests implements RoundTrips.Requests {
  private static final Duration LIFETIME = Duration.ofMinutes(5);

  private final AvroCodec codec;
  private final MessageSigning signing;
  private final Subject subject;
  private final Map<String, AttestationIssued> attested;
  private final ResponseKey responseKey;

  /** Who asks whom for what. */
  record Subject(
      CountryCode provider, Authority requester, String procedure, EvidenceType evidenceType) {}

  /**
   * @param attested the attestation of each exchange, sealed for the provider
   */
  EvidenceRequests(
      AvroCodec codec,
      MessageSigning signing,
      Subject subject,
      Map<String, AttestationIssued> attested,
      ResponseKey responseKey) {
    this.codec = codec;
    this.signing = signing;
    this.subject = subject;
    this.attested = Map.copyOf(attested);
    this.responseKey = responseKey;
  }

  @Override
  public ProducerRecord<byte[], byte[]> next(String exchangeId) {
    Instant now = CloudEventHeaders.toMillis(Instant.now());
    AttestationIssued attestation = attested.get(exchangeId);
    if (attestation == null) {
      throw new BenchException("No attestation for an exchange of the benchmark");
    }
    EvidenceRequest request =
        EvidenceRequest.newBuilder()
            .setExchangeId(UUID.fromString(exchangeId))
            .setIssuedAt(now)
            .setExpiresAt(now.plus(LIFETIME))
            .setProcedure(subject.procedure())
            .setEvidenceType(subject.evidenceType())
            .setRequester(subject.requester())
            .setProviderCountry(subject.provider().value())
            .setExplicitRequestGiven(true)
            .setPossibilityForPreview(false)
            .setAttestingCountry(subject.provider().value())
            .setAttestationId(attestation.getAttestationId())
            .setAttestation(attestation.getAttestation())
            .setResponseKey(responseKey)
            .build();
    return message(
        codec,
        signing,
        TopicCatalogue.EVIDENCE_REQUEST,
        subject.provider(),
        CountryCode.of(subject.requester().getCountry()),
        exchangeId,
        request);
  }

  @Override
  public @Nullable String answered(ConsumerRecord<byte[], byte[]> reply) {
    String exchangeId = new String(reply.key(), StandardCharsets.UTF_8);
    if (!attested.containsKey(exchangeId)) {
      return null;
    }
    try {
      EvidenceResponse response =
          codec.decode(reply.topic(), reply.value(), EvidenceResponse.class);
      if (response.getProvided() == null) {
        throw new BenchException("An evidence was refused: " + response.getRefused().getReason());
      }
      return exchangeId;
    } catch (RejectedRecordException e) {
      throw new BenchException("A reply cannot be read: " + e.explanation(), e);
    }
  }

  /** A message in the name of a portal. */
  static <R extends SpecificRecord> ProducerRecord<byte[], byte[]> message(
      AvroCodec codec,
      MessageSigning signing,
      Topic<R> topic,
      CountryCode receiver,
      CountryCode sender,
      String exchangeId,
      R body) {
    String name = topic.nameFor(receiver);
    Envelope envelope =
        new Envelope(
            UUID.randomUUID(),
            topic.eventType(),
            new Source(sender, "portal"),
            exchangeId,
            CloudEventHeaders.toMillis(Instant.now()),
            SchemaHash.urn(body.getSchema()),
            null);
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            name, exchangeId.getBytes(StandardCharsets.UTF_8), codec.encode(name, body));
    signing
        .headers(envelope, name, record.key(), record.value())
        .forEach(h -> record.headers().add(h.name(), h.value()));
    return record;
  }
}
