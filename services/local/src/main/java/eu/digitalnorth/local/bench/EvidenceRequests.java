package eu.digitalnorth.local.bench;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.local.portal.PortalMessages;
import eu.digitalnorth.messaging.envelope.CloudEventHeaders;
import eu.digitalnorth.messaging.envelope.RejectedRecordException;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
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
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Evidence requests of exchanges that were attested before, as a portal would send them. */
final class EvidenceRequests implements RoundTrips.Requests {
  private static final Duration LIFETIME = Duration.ofMinutes(5);

  private final PortalMessages portal;
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
      PortalMessages portal,
      Subject subject,
      Map<String, AttestationIssued> attested,
      ResponseKey responseKey) {
    this.portal = portal;
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
    return portal.message(TopicCatalogue.EVIDENCE_REQUEST, subject.provider(), exchangeId, request);
  }

  @Override
  public @Nullable String answered(ConsumerRecord<byte[], byte[]> reply) {
    String exchangeId = new String(reply.key(), StandardCharsets.UTF_8);
    if (!attested.containsKey(exchangeId)) {
      return null;
    }
    try {
      EvidenceResponse response =
          portal.codec().decode(reply.topic(), reply.value(), EvidenceResponse.class);
      if (response.getProvided() == null) {
        throw new BenchException("An evidence was refused: " + response.getRefused().getReason());
      }
      return exchangeId;
    } catch (RejectedRecordException e) {
      throw new BenchException("A reply cannot be read: " + e.explanation(), e);
    }
  }
}
