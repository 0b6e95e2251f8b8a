package eu.digitalnorth.evidence.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.evidence.Fixtures;
import eu.digitalnorth.evidence.domain.Standing;
import eu.digitalnorth.messaging.codec.AvroCodec;
import eu.digitalnorth.messaging.effect.Effects;
import eu.digitalnorth.messaging.effect.OutgoingMessages;
import eu.digitalnorth.messaging.envelope.Envelope;
import eu.digitalnorth.messaging.envelope.Header;
import eu.digitalnorth.messaging.envelope.Message;
import eu.digitalnorth.messaging.envelope.RawRecord;
import eu.digitalnorth.messaging.envelope.RejectedRecordException;
import eu.digitalnorth.messaging.envelope.Source;
import eu.digitalnorth.messaging.fixture.Personal;
import eu.digitalnorth.messaging.fixture.TestAttestation;
import eu.digitalnorth.messaging.fixture.TestEid;
import eu.digitalnorth.messaging.observe.MessageMetrics;
import eu.digitalnorth.messaging.store.OutboxRecord;
import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.messaging.trust.MessageSigning;
import eu.digitalnorth.schemas.audit.AuditEvent;
import eu.digitalnorth.schemas.evidence.CompanyRegistrationEvidence;
import eu.digitalnorth.schemas.evidence.DiplomaEvidence;
import eu.digitalnorth.schemas.evidence.EvidenceRequest;
import eu.digitalnorth.schemas.evidence.EvidenceResponse;
import eu.digitalnorth.schemas.evidence.ResidenceEvidence;
import eu.digitalnorth.schemas.wire.EvidenceType;
import eu.digitalnorth.schemas.wire.PersonalPart;
import eu.digitalnorth.schemas.wire.TopicPosition;
import eu.digitalnorth.trust.KeyDirectory;
import eu.digitalnorth.trust.signature.MessageSignature;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceRequestListenerTest {
  private static final CountryCode EE = new CountryCode("EE");
  private static final CountryCode NO = new CountryCode("NO");
  private static final String ANSWERS = "no.evidence.response.v1";
  private static final CountryProfiles PROFILES = CountryProfiles.load();

  private final Instant decidedAt = Fixtures.now();
  private final RegistersInMemory registers = new RegistersInMemory();
  private final Map<UUID, Standing> standings = new HashMap<>();
  private final TestEid estonia = new TestEid(EE);
  private final EvidenceRequestListener listener =
      new EvidenceRequestListener(
          PROFILES,
          new EvidenceRequestMapper(new AttestationReader(Trusting.all()), Personal.national()),
          registers,
          (reader, attestations, now) ->
              one -> standings.getOrDefault(one.attestationId(), Standing.VALID),
          reader -> List.of(new TopicPosition("ee.register.person.v1", 0, 42L)));
  private AvroCodec codec;
  private OutgoingMessages outgoing;

  @TempDir private Path folder;

  @BeforeEach
  void registerSchemas() throws IOException, RestClientException {
    SchemaRegistryClient registry = new MockSchemaRegistryClient();
    registry.register(
        ANSWERS + "-value", new AvroSchema(TopicCatalogue.EVIDENCE_RESPONSE.schema()));
    registry.register(
        "ee.audit.event.v1-value", new AvroSchema(TopicCatalogue.AUDIT_EVENT.schema()));
    KeyDirectory keys = new KeyDirectory(folder);
    keys.createMissing(List.of(new CountryCode("EE")));
    codec = new AvroCodec(registry, "mock://evidence");
    outgoing =
        new OutgoingMessages(
            Service.EVIDENCE, codec, new MessageSigning(keys), MessageMetrics.NONE);
  }

  @Test
  void theSameRequestsAreAnsweredWithTheSame() {
    List<Message<EvidenceRequest>> requests = oneOfEachKind();

    assertThat(bytes(handle(requests))).isEqualTo(bytes(handle(requests)));
  }

  @Test
  void whatElseIsInTheBatchChangesNoAnswer() {
    List<Message<EvidenceRequest>> requests = oneOfEachKind();

    List<String> alone =
        requests.stream().flatMap(one -> bytes(handle(List.of(one))).stream()).toList();

    assertThat(alone).isEqualTo(bytes(handle(requests)));
  }

  @Test
  void anotherTimeOfDecisionIsAnotherAnswer() {
    List<Message<EvidenceRequest>> requests = oneOfEachKind();

    assertThat(bytes(handle(requests, decidedAt.plusMillis(1))))
        .isNotEqualTo(bytes(handle(requests)));
  }

  @Test
  void theRegistersAreAskedOnceForABatch() {
    handle(oneOfEachKind());

    assertThat(registers.lookups()).isEqualTo(1);
  }

  @Test
  void theRegistersAreNotAskedForWhoIsRefused() {
    EvidenceRequest request = Fixtures.request(Fixtures.attestation(estonia));
    request.setExplicitRequestGiven(false);

    handle(List.of(message(request)));

    assertThat(registers.lookedUp()).isZero();
  }

  @Test
  void theRegistersAreNotAskedForWhomTheIssuerNoLongerVouchesFor() {
    EvidenceRequest request = Fixtures.request(Fixtures.attestation(estonia));
    standings.put(request.getAttestationId(), Standing.REVOKED);

    handle(List.of(message(request)));

    assertThat(registers.lookedUp()).isZero();
  }

  private List<Message<EvidenceRequest>> oneOfEachKind() {
    TestAttestation student = Fixtures.attestation(estonia);
    EvidenceRequest expired = Fixtures.request(Fixtures.attestation(estonia));
    expired.setExpiresAt(expired.getIssuedAt().minusSeconds(1));
    return List.of(
        message(Fixtures.request(student)),
        message(expired),
        message(
            Fixtures.request(
                Fixtures.attestationFor(estonia, Fixtures.FOLKEREGISTER),
                Fixtures.FOLKEREGISTER,
                "V1",
                EvidenceType.RESIDENCE)),
        message(
            Fixtures.request(
                Fixtures.companyAttestationFor(estonia, Fixtures.BUSINESS_REGISTER),
                Fixtures.BUSINESS_REGISTER,
                "X1",
                EvidenceType.COMPANY_REGISTRATION)));
  }

  private static Message<EvidenceRequest> message(EvidenceRequest request) {
    UUID id = UUID.randomUUID();
    String key = request.getExchangeId().toString();
    Envelope envelope =
        new Envelope(
            id,
            TopicCatalogue.EVIDENCE_REQUEST.eventType(),
            new Source(NO, "portal"),
            key,
            request.getIssuedAt(),
            "urn:sha256:0",
            null);
    RawRecord raw = new RawRecord("ee.evidence.request.v1", 0, 0, 0, null, new byte[10], List.of());
    return new Message<>(envelope, request, raw);
  }

  private List<OutboxRecord> handle(List<Message<EvidenceRequest>> messages) {
    return handle(messages, decidedAt);
  }

  private List<OutboxRecord> handle(List<Message<EvidenceRequest>> messages, Instant at) {
    Effects effects = new Effects(EE, outgoing, at);
    listener.handle(messages, effects);
    return effects.records();
  }

  private List<String> bytes(List<OutboxRecord> records) {
    return records.stream()
        .map(
            record ->
                record.topic()
                    + base64(record.key())
                    + content(record)
                    + record.headers().stream()
                        .filter(header -> !header.name().equals(MessageSignature.HEADER))
                        .map(EvidenceRequestListenerTest::text)
                        .toList())
        .toList();
  }

  /** What is said once evidence is opened: encrypted, nothing looks the same twice. */
  private String content(OutboxRecord record) {
    try {
      return record.topic().equals(ANSWERS)
          ? opened(codec.decode(ANSWERS, record.value(), EvidenceResponse.class))
          : withoutDigest(codec.decode(record.topic(), record.value(), AuditEvent.class));
    } catch (RejectedRecordException e) {
      throw new AssertionError(e.explanation(), e);
    }
  }

  private static String opened(EvidenceResponse answer) throws RejectedRecordException {
    if (answer.getProvided() == null) {
      return answer.toString();
    }
    PersonalPart part = answer.getProvided().getEvidence();
    SpecificRecord evidence = Personal.answered(part, typeOf(part), answer.getExchangeId());
    part.setContent(ByteBuffer.allocate(0));
    part.setDigest(ByteBuffer.allocate(0));
    return answer.toString() + evidence;
  }

  private static String withoutDigest(AuditEvent event) {
    event.setBodyDigest(null);
    return event.toString();
  }

  private static Class<? extends SpecificRecord> typeOf(PersonalPart part) {
    return Stream.of(
            DiplomaEvidence.class, ResidenceEvidence.class, CompanyRegistrationEvidence.class)
        .filter(type -> type.getName().equals(part.getRecordType()))
        .findFirst()
        .orElseThrow();
  }

  private static String text(Header header) {
    return header.name() + '=' + base64(header.value());
  }

  private static String base64(byte[] bytes) {
    return ' ' + Base64.getEncoder().encodeToString(bytes);
  }
}
