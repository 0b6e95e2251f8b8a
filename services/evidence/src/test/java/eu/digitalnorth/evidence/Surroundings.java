package eu.digitalnorth.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.messaging.codec.AvroCodec;
import eu.digitalnorth.messaging.codec.PersonalParts;
import eu.digitalnorth.messaging.envelope.CloudEventHeaders;
import eu.digitalnorth.messaging.envelope.Envelope;
import eu.digitalnorth.messaging.envelope.Header;
import eu.digitalnorth.messaging.envelope.RawRecord;
import eu.digitalnorth.messaging.envelope.RejectedRecordException;
import eu.digitalnorth.messaging.envelope.Source;
import eu.digitalnorth.messaging.setup.SchemaRegistration;
import eu.digitalnorth.messaging.setup.SchemaRegistryClients;
import eu.digitalnorth.messaging.setup.TopicSetup;
import eu.digitalnorth.messaging.topic.Topic;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.schemas.SchemaHash;
import eu.digitalnorth.schemas.audit.AuditEvent;
import eu.digitalnorth.schemas.eid.AttestationStatus;
import eu.digitalnorth.schemas.eid.Status;
import eu.digitalnorth.schemas.evidence.EvidenceRequest;
import eu.digitalnorth.schemas.evidence.EvidenceResponse;
import eu.digitalnorth.schemas.register.Company;
import eu.digitalnorth.schemas.register.CompanyChange;
import eu.digitalnorth.schemas.register.Person;
import eu.digitalnorth.schemas.register.PersonChange;
import eu.digitalnorth.testservers.TestServers;
import eu.digitalnorth.trust.KeyDirectory;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * All that is around Estonia's evidence service: topics and schemas, Estonia's registry, attesting
 * countries, and Norway's portal.
 */
final class Surroundings implements AutoCloseable {
  static final CountryCode EE = new CountryCode("EE");
  static final CountryCode NO = new CountryCode("NO");
  static final CountryCode FI = new CountryCode("FI");
  static final String REQUESTS = "ee.evidence.request.v1";
  static final String RESPONSES = "no.evidence.response.v1";
  static final String LEDGER = "ee.audit.event.v1";
  static final String DEAD_LETTERS = "ee.dlt.evidence.ee.evidence.request.v1";
  private static final Source PORTAL = new Source(NO, "portal");

  private final AvroCodec codec;
  private final KafkaProducer<byte[], byte[]> producer;
  private final KeyDirectory keys;
  private final TopicTap tap;

  private Surroundings(TestServers servers, AvroCodec codec, KeyDirectory keys) {
    this.codec = codec;
    this.keys = keys;
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", servers.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    this.tap = new TopicTap(servers.bootstrapServers(), List.of(RESPONSES, LEDGER, DEAD_LETTERS));
  }

  static Surroundings of(TestServers servers) {
    var registry = SchemaRegistryClients.create(URI.create(servers.schemaRegistryUrl()));
    new SchemaRegistration(registry).register(List.of(EE, NO, FI));
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers.bootstrapServers()))) {
      // The statuses of all countries are read.
      new TopicSetup(admin, (short) 1).createMissing(CountryProfiles.load().codes());
    }
    KeyDirectory keys = new KeyDirectory(servers.keysDirectory());
    keys.createMissing(List.of(EE));
    return new Surroundings(servers, new AvroCodec(registry, servers.schemaRegistryUrl()), keys);
  }

  String pseudonym(String scheme, String identifier) {
    return keys.pseudonyms(EE).of(scheme, identifier);
  }

  void register(Person person, long version) {
    String subject = pseudonym(person.getIdentifierScheme(), person.getIdentifier());
    List<String> aliases =
        person.getForeignIdentifiers().stream()
            .map(foreign -> pseudonym(foreign.getScheme(), foreign.getIdentifier()))
            .toList();
    PersonChange change =
        new PersonChange("EE", subject, aliases, version, now(), PersonalParts.seal(person));
    publish(TopicCatalogue.PERSON_CHANGE, EE, new Source(EE, "registry"), subject, change);
  }

  void register(Company company, long version) {
    String subject = pseudonym(company.getIdentifierScheme(), company.getIdentifier());
    CompanyChange change =
        new CompanyChange("EE", subject, version, now(), PersonalParts.seal(company));
    publish(TopicCatalogue.COMPANY_CHANGE, EE, new Source(EE, "registry"), subject, change);
  }

  void publishStatus(CountryCode issuer, UUID attestationId, Status status, Instant changedAt) {
    AttestationStatus body =
        new AttestationStatus(
            attestationId,
            issuer.value(),
            status,
            changedAt,
            changedAt.plus(5, ChronoUnit.MINUTES));
    publish(
        TopicCatalogue.ATTESTATION_STATUS,
        issuer,
        new Source(issuer, "attestation"),
        attestationId.toString(),
        body);
  }

  /** Norway's portal asks Estonia. */
  RawRecord ask(EvidenceRequest request) {
    return ask(request, PORTAL);
  }

  RawRecord ask(EvidenceRequest request, Source source) {
    return publish(
        TopicCatalogue.EVIDENCE_REQUEST, EE, source, request.getExchangeId().toString(), request);
  }

  void send(RawRecord record) {
    ProducerRecord<byte[], byte[]> out =
        new ProducerRecord<>(record.topic(), null, record.key(), record.value());
    record.headers().forEach(header -> out.headers().add(header.name(), header.value()));
    producer.send(out);
    producer.flush();
  }

  List<RawRecord> responses(UUID exchangeId) {
    return ofExchange(RESPONSES, exchangeId);
  }

  EvidenceResponse response(UUID exchangeId) {
    return decode(responses(exchangeId).getFirst(), EvidenceResponse.class);
  }

  List<RawRecord> deadLetters(RawRecord original) {
    return tap.of(DEAD_LETTERS).stream()
        .filter(letter -> java.util.Arrays.equals(letter.value(), original.value()))
        .toList();
  }

  /** What the ledger was told about an exchange; the same event twice if it was sent twice. */
  List<AuditEvent> ledger(UUID exchangeId) {
    return ofExchange(LEDGER, exchangeId).stream().map(r -> decode(r, AuditEvent.class)).toList();
  }

  List<AuditEvent> ledger() {
    return tap.of(LEDGER).stream().map(r -> decode(r, AuditEvent.class)).toList();
  }

  @Override
  public void close() throws InterruptedException {
    tap.close();
    producer.close();
  }

  private List<RawRecord> ofExchange(String topic, UUID exchangeId) {
    byte[] key = exchangeId.toString().getBytes(UTF_8);
    return tap.of(topic).stream().filter(r -> java.util.Arrays.equals(r.key(), key)).toList();
  }

  private <T extends SpecificRecord> RawRecord publish(
      Topic<T> topic, CountryCode owner, Source source, String key, T body) {
    String name = topic.nameFor(owner);
    RawRecord record =
        new RawRecord(
            name,
            0,
            0,
            0,
            key.getBytes(UTF_8),
            codec.encode(name, body),
            headers(topic, source, key, body));
    send(record);
    return record;
  }

  private static List<Header> headers(
      Topic<?> topic, Source source, String key, SpecificRecord body) {
    return CloudEventHeaders.write(
        new Envelope(
            UUID.randomUUID(),
            topic.eventType(),
            source,
            key,
            now(),
            SchemaHash.urn(body.getSchema()),
            null));
  }

  private <T extends SpecificRecord> T decode(RawRecord record, Class<T> type) {
    try {
      return codec.decode(record.topic(), record.value(), type);
    } catch (RejectedRecordException e) {
      throw new AssertionError("The service sent what it does not read itself", e);
    }
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }
}
