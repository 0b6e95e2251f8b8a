package eu.digitalnorth.local.demo;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.local.demo.Persona.Identifier;
import eu.digitalnorth.local.installation.Endpoints;
import eu.digitalnorth.local.portal.PortalMessages;
import eu.digitalnorth.local.portal.Secrecy;
import eu.digitalnorth.messaging.codec.AvroCodec;
import eu.digitalnorth.messaging.envelope.CloudEventHeaders;
import eu.digitalnorth.messaging.envelope.RejectedRecordException;
import eu.digitalnorth.messaging.personal.NationalKeys;
import eu.digitalnorth.messaging.setup.SchemaRegistryClients;
import eu.digitalnorth.messaging.topic.Topic;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.messaging.trust.MessageSigning;
import eu.digitalnorth.schemas.eid.AttestationIssued;
import eu.digitalnorth.schemas.eid.AttestationRequest;
import eu.digitalnorth.schemas.eid.AttestationResponse;
import eu.digitalnorth.schemas.eid.LoginHint;
import eu.digitalnorth.schemas.evidence.EvidenceRequest;
import eu.digitalnorth.schemas.evidence.EvidenceResponse;
import eu.digitalnorth.schemas.wire.Authority;
import eu.digitalnorth.schemas.wire.EvidenceType;
import eu.digitalnorth.schemas.wire.LevelOfAssurance;
import eu.digitalnorth.schemas.wire.PersonalPart;
import eu.digitalnorth.trust.KeyDirectory;
import eu.digitalnorth.trust.broker.BrokerPrincipal;
import eu.digitalnorth.trust.crypto.CryptoProvider;
import eu.digitalnorth.trust.encryption.ResponseKeyPair;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Speaks with Estonia in the place of Norway's portal, with Norway's own keys and password, in an
 * exchange of its own: the portal asks for evidence once, as soon as somebody is attested, and so
 * cannot show what becomes of an attestation later. Not for use by several threads.
 */
final class NorwaysPortal implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration LIFETIME = Duration.ofMinutes(5);
  private static final CountryCode NORWAY = CountryCode.of("no");
  private static final CountryCode ESTONIA = CountryCode.of("ee");
  private static final String PROCEDURE = "T2";
  private static final Authority UNIVERSITY =
      new Authority("NO", "NO:university-admissions", "Samordna opptak");

  private final UUID exchangeId = UUID.randomUUID();
  private final Secrecy secrecy;
  private final PortalMessages portal;
  private final KafkaProducer<byte[], byte[]> producer;
  private final KafkaConsumer<byte[], byte[]> answers;

  NorwaysPortal(Endpoints endpoints) {
    KeyDirectory directory = new KeyDirectory(endpoints.brokers().keys());
    secrecy =
        new Secrecy(
            new NationalKeys(directory.ring(List.of(ESTONIA)), directory),
            ResponseKeyPair.generate(CryptoProvider.best()));
    AvroCodec codec =
        new AvroCodec(
            SchemaRegistryClients.create(endpoints.schemaRegistry()),
            endpoints.schemaRegistry().toString());
    portal = new PortalMessages(NORWAY, codec, new MessageSigning(directory));
    Map<String, Object> settings =
        new HashMap<>(endpoints.brokers().as(BrokerPrincipal.of(NORWAY)));
    producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    answers =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    standAtEnd();
  }

  UUID exchangeId() {
    return exchangeId;
  }

  /** The attestation of a citizen of Estonia, who approves by policy. */
  AttestationIssued attest(Identifier citizen) {
    Instant now = CloudEventHeaders.toMillis(Instant.now());
    LoginHint hint =
        LoginHint.newBuilder()
            .setIdentifierScheme(citizen.scheme())
            .setIdentifier(citizen.identifier())
            .build();
    send(
        TopicCatalogue.ATTESTATION_REQUEST,
        AttestationRequest.newBuilder()
            .setExchangeId(exchangeId)
            .setRequester(UNIVERSITY)
            .setAttestingCountry(ESTONIA.value())
            .setProcedure(PROCEDURE)
            .setLevelOfAssurance(LevelOfAssurance.HIGH)
            .setLoginHint(secrecy.seal(hint, ESTONIA, exchangeId.toString()))
            .setBindingMessage("Demonstration")
            .setIssuedAt(now)
            .setExpiresAt(now.plus(LIFETIME))
            .setResponseKey(secrecy.responseKey())
            .build());
    AttestationResponse response =
        answer(TopicCatalogue.ATTESTATION_RESPONSE, AttestationResponse.class);
    if (response.getIssued() == null) {
      throw new DemonstrationException(
          "The attestation was refused: " + response.getRefused().getReason());
    }
    return response.getIssued();
  }

  /** What Estonia answers to a request for the diploma, made now. */
  EvidenceResponse askForEvidence(AttestationIssued attestation) {
    Instant now = CloudEventHeaders.toMillis(Instant.now());
    send(
        TopicCatalogue.EVIDENCE_REQUEST,
        EvidenceRequest.newBuilder()
            .setExchangeId(exchangeId)
            .setIssuedAt(now)
            .setExpiresAt(now.plus(LIFETIME))
            .setProcedure(PROCEDURE)
            .setEvidenceType(EvidenceType.DIPLOMA)
            .setRequester(UNIVERSITY)
            .setProviderCountry(ESTONIA.value())
            .setExplicitRequestGiven(true)
            .setPossibilityForPreview(false)
            .setAttestingCountry(ESTONIA.value())
            .setAttestationId(attestation.getAttestationId())
            .setAttestation(passedOn(attestation.getAttestation()))
            .setResponseKey(secrecy.responseKey())
            .build());
    return answer(TopicCatalogue.EVIDENCE_RESPONSE, EvidenceResponse.class);
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(1));
    answers.close();
  }

  private PersonalPart passedOn(PersonalPart attestation) {
    try {
      return secrecy.passOn(attestation, ESTONIA, exchangeId.toString());
    } catch (RejectedRecordException e) {
      throw new DemonstrationException("The attestation does not open.", e);
    }
  }

  private <R extends SpecificRecord> void send(Topic<R> topic, R body) {
    producer.send(portal.message(topic, ESTONIA, exchangeId.toString(), body));
  }

  private <R extends SpecificRecord> R answer(Topic<R> topic, Class<R> type) {
    String name = topic.nameFor(NORWAY);
    byte[] key = exchangeId.toString().getBytes(StandardCharsets.UTF_8);
    Instant deadline = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(deadline)) {
      for (ConsumerRecord<byte[], byte[]> record : answers.poll(Duration.ofMillis(200))) {
        if (record.topic().equals(name) && Arrays.equals(record.key(), key)) {
          return decode(record, type);
        }
      }
    }
    throw new DemonstrationException(
        "Estonia does not answer on %s within %d s.".formatted(name, PATIENCE.toSeconds()));
  }

  private <R extends SpecificRecord> R decode(
      ConsumerRecord<byte[], byte[]> record, Class<R> type) {
    try {
      return portal.codec().decode(record.topic(), record.value(), type);
    } catch (RejectedRecordException e) {
      throw new DemonstrationException("An answer cannot be read: " + e.explanation(), e);
    }
  }

  private void standAtEnd() {
    List<TopicPartition> partitions =
        List.of(TopicCatalogue.ATTESTATION_RESPONSE, TopicCatalogue.EVIDENCE_RESPONSE).stream()
            .flatMap(topic -> answers.partitionsFor(topic.nameFor(NORWAY)).stream())
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    answers.assign(partitions);
    answers.seekToEnd(partitions);
    partitions.forEach(answers::position); // seeking is lazy; now is the end that counts
  }
}
