package eu.digitalnorth.local.demo;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.local.installation.Endpoints;
import eu.digitalnorth.local.wire.Hop;
import eu.digitalnorth.messaging.codec.AvroCodec;
import eu.digitalnorth.messaging.codec.PersonalParts;
import eu.digitalnorth.messaging.envelope.CloudEventHeaders;
import eu.digitalnorth.messaging.envelope.Envelope;
import eu.digitalnorth.messaging.envelope.RawRecord;
import eu.digitalnorth.messaging.envelope.Source;
import eu.digitalnorth.messaging.inbox.DeadLetters;
import eu.digitalnorth.messaging.setup.SchemaRegistryClients;
import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.schemas.SchemaHash;
import eu.digitalnorth.schemas.eid.AttestationRequest;
import eu.digitalnorth.schemas.eid.LoginHint;
import eu.digitalnorth.schemas.wire.Authority;
import eu.digitalnorth.schemas.wire.LevelOfAssurance;
import eu.digitalnorth.trust.broker.BrokerPrincipal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.security.scram.ScramLoginModule;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import tools.jackson.databind.JsonNode;

/**
 * Somebody who is no participant. The broker does not let him in; so he comes with a participant's
 * stolen password, and writes a well-formed request to an inbox in his own name. It is to be
 * refused, written into the ledger, and put to the dead letters; nobody answers, since a stranger
 * has no inbox.
 */
final class StrangerStory {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final CountryCode STRANGER = CountryCode.of("xx");
  private static final CountryCode VICTIM = CountryCode.of("ee");
  private static final CountryCode ROBBED = CountryCode.of("no");

  private final Endpoints endpoints;
  private final AuditClient audit;
  private final Collection<Hop> deadLetters;
  private final Narrator narrator;

  /**
   * @param deadLetters is added to as they are heard
   */
  StrangerStory(
      Endpoints endpoints, AuditClient audit, Collection<Hop> deadLetters, Narrator narrator) {
    this.endpoints = endpoints;
    this.audit = audit;
    this.deadLetters = deadLetters;
    this.narrator = narrator;
  }

  ScenarioResult play() {
    UUID exchangeId = UUID.randomUUID();
    Instant begun = CloudEventHeaders.toMillis(Instant.now());
    String topic = TopicCatalogue.ATTESTATION_REQUEST.nameFor(VICTIM);
    ProducerRecord<byte[], byte[]> request = record(topic, exchangeId, begun);
    comeInAsHimself();
    RecordMetadata sent = send(request);
    Hop letter =
        Waiting.until(() -> letter(exchangeId.toString()), PATIENCE)
            .orElseThrow(() -> missing("no dead letter"));
    long millis = Duration.between(begun, letter.at()).toMillis();
    UUID messageId = DeadLetters.idOf(raw(request, sent));
    JsonNode entry =
        Waiting.until(
                () -> audit.rejection(VICTIM.value(), topic, messageId.toString(), begun), PATIENCE)
            .orElseThrow(() -> missing("no entry in the ledger"));
    narrator.note(
        "Estonia's ledger has the refusal as entry %d; nobody is answered"
            .formatted(entry.path("entry").asLong()));
    String reason = letter.summary().replaceFirst(":.*", "");
    return new ScenarioResult(
        Scenario.STRANGER, exchangeId.toString(), new Ending("REFUSED", "", reason), millis);
  }

  private Optional<Hop> letter(String key) {
    String topic =
        TopicCatalogue.deadLetters(VICTIM, Service.ATTESTATION, TopicCatalogue.ATTESTATION_REQUEST);
    return deadLetters.stream()
        .filter(hop -> hop.key().equals(key) && hop.topic().equals(topic))
        .findFirst();
  }

  private ProducerRecord<byte[], byte[]> record(String topic, UUID exchangeId, Instant now) {
    AttestationRequest body = request(exchangeId, now);
    Envelope envelope =
        new Envelope(
            UUID.randomUUID(),
            TopicCatalogue.ATTESTATION_REQUEST.eventType(),
            new Source(STRANGER, Service.PORTAL.id()),
            exchangeId.toString(),
            now,
            "urn:sha256:" + SchemaHash.of(body.getSchema()),
            null);
    AvroCodec codec =
        new AvroCodec(
            SchemaRegistryClients.create(endpoints.schemaRegistry()),
            endpoints.schemaRegistry().toString());
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            topic,
            exchangeId.toString().getBytes(StandardCharsets.UTF_8),
            codec.encode(topic, body));
    CloudEventHeaders.write(envelope)
        .forEach(header -> record.headers().add(header.name(), header.value()));
    return record;
  }

  private static AttestationRequest request(UUID exchangeId, Instant now) {
    return AttestationRequest.newBuilder()
        .setExchangeId(exchangeId)
        .setRequester(
            Authority.newBuilder()
                .setCountry(STRANGER.value())
                .setId("XX:nobody")
                .setName("Nobody")
                .build())
        .setAttestingCountry(VICTIM.value())
        .setProcedure("T2")
        .setLevelOfAssurance(LevelOfAssurance.HIGH)
        .setRequestedAttributes(List.of())
        .setLoginHint(
            PersonalParts.seal(
                LoginHint.newBuilder()
                    .setIdentifierScheme("xx-nobody")
                    .setIdentifier("nobody")
                    .build()))
        .setBindingMessage("Nobody")
        .setIssuedAt(now)
        .setExpiresAt(now.plus(Duration.ofMinutes(5)))
        .build();
  }

  private void comeInAsHimself() {
    Map<String, Object> settings =
        new HashMap<>(endpoints.brokers().as(BrokerPrincipal.of(ROBBED)));
    settings.remove(SaslConfigs.SASL_CLIENT_CALLBACK_HANDLER_CLASS);
    settings.put(
        SaslConfigs.SASL_JAAS_CONFIG,
        "%s required username=\"%s\" password=\"guessed\";"
            .formatted(ScramLoginModule.class.getName(), STRANGER.lower()));
    try (Admin admin = Admin.create(settings)) {
      admin.describeCluster().clusterId().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      throw new DemonstrationException("Kafka let a stranger in.");
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof SaslAuthenticationException)) {
        throw new DemonstrationException("Kafka does not answer.", e);
      }
      narrator.note("Kafka does not let the stranger in; he comes back with Norway's password");
    } catch (TimeoutException e) {
      throw new DemonstrationException("Kafka does not answer.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemonstrationException("The demonstration was broken off.", e);
    }
  }

  private RecordMetadata send(ProducerRecord<byte[], byte[]> record) {
    Map<String, Object> settings =
        new HashMap<>(endpoints.brokers().as(BrokerPrincipal.of(ROBBED)));
    settings.put(ProducerConfig.CLIENT_ID_CONFIG, "stranger");
    try (var producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      return producer.send(record).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new DemonstrationException("Kafka did not take the stranger's record.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemonstrationException("The demonstration was broken off.", e);
    }
  }

  private static RawRecord raw(ProducerRecord<byte[], byte[]> request, RecordMetadata sent) {
    return new RawRecord(
        sent.topic(),
        sent.partition(),
        sent.offset(),
        sent.timestamp(),
        request.key(),
        request.value(),
        List.of());
  }

  private static DemonstrationException missing(String what) {
    return new DemonstrationException(
        "The stranger's record led to %s within %d s.".formatted(what, PATIENCE.toSeconds()));
  }
}
