package eu.digitalnorth.local.bench;

import eu.digitalnorth.local.portal.PortalMessages;
import eu.digitalnorth.local.portal.Secrecy;
import eu.digitalnorth.messaging.envelope.CloudEventHeaders;
import eu.digitalnorth.messaging.envelope.RejectedRecordException;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.schemas.eid.AttestationIssued;
import eu.digitalnorth.schemas.eid.AttestationRequest;
import eu.digitalnorth.schemas.eid.AttestationResponse;
import eu.digitalnorth.schemas.eid.LoginHint;
import eu.digitalnorth.schemas.wire.LevelOfAssurance;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Gets the attestations that the measured requests carry, before anything is measured. */
final class Attesting {
  private static final Duration LIFETIME = Duration.ofMinutes(5);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final BenchClients clients;
  private final PortalMessages portal;
  private final EvidenceRequests.Subject subject;
  private final LoginHint citizen;
  private final Secrecy secrecy;

  Attesting(
      BenchClients clients,
      PortalMessages portal,
      EvidenceRequests.Subject subject,
      LoginHint citizen,
      Secrecy secrecy) {
    this.clients = clients;
    this.portal = portal;
    this.subject = subject;
    this.citizen = citizen;
    this.secrecy = secrecy;
  }

  /** Attestations of as many new exchanges, by exchange, sealed for the provider. */
  Map<String, AttestationIssued> attest(int exchanges) {
    Set<String> waiting = new HashSet<>();
    Map<String, AttestationIssued> issued = new HashMap<>();
    String inbox = TopicCatalogue.ATTESTATION_RESPONSE.nameFor(portal.sender());
    try (Consumer<byte[], byte[]> responses = clients.consumerAtEnd(inbox);
        Producer<byte[], byte[]> producer = clients.producer()) {
      for (int i = 0; i < exchanges; i++) {
        String exchangeId = UUID.randomUUID().toString();
        waiting.add(exchangeId);
        producer.send(request(exchangeId));
      }
      Instant deadline = Instant.now().plus(PATIENCE);
      while (!waiting.isEmpty()) {
        responses
            .poll(Duration.ofMillis(200))
            .forEach(
                record -> {
                  String exchangeId = new String(record.key(), StandardCharsets.UTF_8);
                  if (waiting.remove(exchangeId)) {
                    issued.put(exchangeId, issued(record));
                  }
                });
        if (Instant.now().isAfter(deadline)) {
          throw new BenchException("No attestation came within " + PATIENCE.toSeconds() + " s");
        }
      }
    }
    return issued;
  }

  private ProducerRecord<byte[], byte[]> request(String exchangeId) {
    Instant now = CloudEventHeaders.toMillis(Instant.now());
    AttestationRequest request =
        AttestationRequest.newBuilder()
            .setExchangeId(UUID.fromString(exchangeId))
            .setRequester(subject.requester())
            .setAttestingCountry(subject.provider().value())
            .setProcedure(subject.procedure())
            .setLevelOfAssurance(LevelOfAssurance.HIGH)
            .setLoginHint(secrecy.seal(citizen, subject.provider(), exchangeId))
            .setResponseKey(secrecy.responseKey())
            .setBindingMessage("BENCH")
            .setIssuedAt(now)
            .setExpiresAt(now.plus(LIFETIME))
            .build();
    return portal.message(
        TopicCatalogue.ATTESTATION_REQUEST, subject.provider(), exchangeId, request);
  }

  private AttestationIssued issued(ConsumerRecord<byte[], byte[]> record) {
    try {
      AttestationResponse response =
          portal.codec().decode(record.topic(), record.value(), AttestationResponse.class);
      if (response.getIssued() == null) {
        throw new BenchException(
            "An attestation was refused: " + response.getRefused().getReason());
      }
      AttestationIssued issued = response.getIssued();
      issued.setAttestation(
          secrecy.passOn(
              issued.getAttestation(), subject.provider(), response.getExchangeId().toString()));
      return issued;
    } catch (RejectedRecordException e) {
      throw new BenchException("A reply cannot be read: " + e.explanation(), e);
    }
  }
}
