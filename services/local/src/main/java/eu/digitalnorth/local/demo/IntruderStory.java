package eu.digitalnorth.local.demo;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.local.installation.Endpoints;
import eu.digitalnorth.local.wire.Hop;
import eu.digitalnorth.messaging.codec.AvroCodec;
import eu.digitalnorth.messaging.envelope.CloudEventHeaders;
import eu.digitalnorth.messaging.envelope.RawRecord;
import eu.digitalnorth.messaging.inbox.DeadLetters;
import eu.digitalnorth.messaging.personal.NationalKeys;
import eu.digitalnorth.messaging.setup.SchemaRegistryClients;
import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.messaging.trust.MessageSigning;
import eu.digitalnorth.trust.KeyDirectory;
import eu.digitalnorth.trust.broker.BrokerPrincipal;
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
 * Somebody who writes to an inbox what he should not. The broker lets no stranger in; so he comes
 * with a participant's stolen password. His record is to be refused, written into the ledger, and
 * put to the dead letters; nobody answers, since nobody knows whom.
 */
final class IntruderStory {
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
  IntruderStory(
      Endpoints endpoints, AuditClient audit, Collection<Hop> deadLetters, Narrator narrator) {
    this.endpoints = endpoints;
    this.audit = audit;
    this.deadLetters = deadLetters;
    this.narrator = narrator;
  }

  /** Plays one of {@link Scenario#INTRUSIONS}. */
  ScenarioResult play(Scenario scenario) {
    UUID exchangeId = UUID.randomUUID();
    Instant begun = CloudEventHeaders.toMillis(Instant.now());
    String topic = TopicCatalogue.ATTESTATION_REQUEST.nameFor(VICTIM);
    ProducerRecord<byte[], byte[]> request = record(scenario, exchangeId, begun);
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
        scenario, exchangeId.toString(), new Ending("REFUSED", "", reason), millis);
  }

  private Optional<Hop> letter(String key) {
    String topic =
        TopicCatalogue.deadLetters(VICTIM, Service.ATTESTATION, TopicCatalogue.ATTESTATION_REQUEST);
    return deadLetters.stream()
        .filter(hop -> hop.key().equals(key) && hop.topic().equals(topic))
        .findFirst();
  }

  private ProducerRecord<byte[], byte[]> record(Scenario scenario, UUID exchangeId, Instant now) {
    KeyDirectory keys = new KeyDirectory(endpoints.brokers().keys());
    Forgeries forgeries =
        new Forgeries(
            VICTIM,
            new NationalKeys(keys.ring(List.of(VICTIM)), keys).of(VICTIM, now),
            new AvroCodec(
                SchemaRegistryClients.create(endpoints.schemaRegistry()),
                endpoints.schemaRegistry().toString()),
            new MessageSigning(keys));
    if (scenario.equals(Scenario.STRANGER)) {
      comeInAsHimself();
      return forgeries.stranger(exchangeId, now);
    }
    return scenario.equals(Scenario.TAMPERED)
        ? forgeries.tampered(exchangeId, now)
        : forgeries.impersonated(exchangeId, now);
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
    settings.put(ProducerConfig.CLIENT_ID_CONFIG, "intruder");
    try (var producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      return producer.send(record).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new DemonstrationException("Kafka did not take the forged record.", e);
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
        "The forged record led to %s within %d s.".formatted(what, PATIENCE.toSeconds()));
  }
}
