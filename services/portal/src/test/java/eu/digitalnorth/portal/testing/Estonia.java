package eu.digitalnorth.portal.testing;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.codec.PersonalParts;
import eu.digitalnorth.messaging.envelope.CloudEventHeaders;
import eu.digitalnorth.messaging.envelope.Envelope;
import eu.digitalnorth.messaging.envelope.Header;
import eu.digitalnorth.messaging.envelope.RejectedRecordException;
import eu.digitalnorth.messaging.envelope.Source;
import eu.digitalnorth.messaging.topic.Topic;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.schemas.SchemaHash;
import eu.digitalnorth.schemas.eid.Attestation;
import eu.digitalnorth.schemas.eid.AttestationIssued;
import eu.digitalnorth.schemas.eid.AttestationRefusalReason;
import eu.digitalnorth.schemas.eid.AttestationRefused;
import eu.digitalnorth.schemas.eid.AttestationRequest;
import eu.digitalnorth.schemas.eid.AttestationResponse;
import eu.digitalnorth.schemas.eid.NaturalPerson;
import eu.digitalnorth.schemas.evidence.BirthEvidence;
import eu.digitalnorth.schemas.evidence.DiplomaEvidence;
import eu.digitalnorth.schemas.evidence.EdmErrorCode;
import eu.digitalnorth.schemas.evidence.EvidenceProvided;
import eu.digitalnorth.schemas.evidence.EvidenceRefused;
import eu.digitalnorth.schemas.evidence.EvidenceRequest;
import eu.digitalnorth.schemas.evidence.EvidenceResponse;
import eu.digitalnorth.schemas.evidence.Subject;
import eu.digitalnorth.schemas.wire.Authority;
import eu.digitalnorth.schemas.wire.EvidenceType;
import eu.digitalnorth.schemas.wire.PersonalPart;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The test plays Estonia: reads what it is asked, and answers as the test likes. */
public final class Estonia {
  private static final CountryCode EE = CountryCode.of("EE");
  private static final Authority PROVIDER =
      Authority.newBuilder()
          .setCountry("EE")
          .setId("EE:education-authority")
          .setName("Eesti Hariduse Infosüsteem")
          .build();

  private final World world;
  private final String requester;

  /**
   * @param requester the country that asks, lower case
   */
  public Estonia(World world, String requester) {
    this.world = world;
    this.requester = requester;
  }

  /** What was asked, once it is. */
  public Received<AttestationRequest> attestationRequest(UUID exchange) {
    return received(TopicCatalogue.ATTESTATION_REQUEST, exchange).getFirst();
  }

  /** What was asked, once as much is. */
  public List<Received<EvidenceRequest>> evidenceRequests(UUID exchange, int count) {
    return org.awaitility.Awaitility.await(count + " evidence requests")
        .until(
            () -> received(TopicCatalogue.EVIDENCE_REQUEST, exchange),
            requests -> requests.size() >= count);
  }

  /** An attestation as it was asked for; a test may spoil it. */
  public AttestationResponse issued(
      Received<AttestationRequest> request, Consumer<Attestation> spoil) {
    AttestationRequest asked = request.body();
    Instant validUntil = Instant.now().truncatedTo(ChronoUnit.MILLIS).plusSeconds(300);
    Attestation attestation =
        Attestation.newBuilder()
            .setAttestationId(UUID.randomUUID())
            .setExchangeId(asked.getExchangeId())
            .setAudienceCountry(asked.getRequester().getCountry())
            .setAudience(asked.getRequester().getId())
            .setIssuingCountry("EE")
            .setIssuingAuthority("Politsei- ja Piirivalveamet")
            .setLevelOfAssurance(asked.getLevelOfAssurance())
            .setIssuedAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))
            .setValidUntil(validUntil)
            .setNaturalPerson(
                NaturalPerson.newBuilder()
                    .setPersonIdentifier("EE/NO/39901012239")
                    .setIdentifierScheme("ee-isikukood")
                    .setCurrentFamilyName("Tamm")
                    .setCurrentGivenName("Mart")
                    .setDateOfBirth(LocalDate.of(1999, 1, 1))
                    .build())
            .build();
    spoil.accept(attestation);
    return response(asked, request.id())
        .setIssued(
            AttestationIssued.newBuilder()
                .setAttestationId(attestation.getAttestationId())
                .setLevelOfAssurance(attestation.getLevelOfAssurance())
                .setScheme("ID-kaart")
                .setValidUntil(validUntil)
                .setAttestation(PersonalParts.seal(attestation))
                .build())
        .build();
  }

  public AttestationResponse refused(
      Received<AttestationRequest> request, AttestationRefusalReason reason) {
    return response(request.body(), request.id())
        .setRefused(
            AttestationRefused.newBuilder()
                .setReason(reason)
                .setStatusCode("Responder")
                .setSubStatusCode("RequestDenied")
                .setExplanation("No attestation")
                .build())
        .build();
  }

  public EvidenceResponse provided(Received<EvidenceRequest> request) {
    PersonalPart evidence =
        PersonalParts.seal(
            request.body().getEvidenceType() == EvidenceType.BIRTH ? birth() : diploma());
    return response(request.body(), request.id())
        .setProvided(
            EvidenceProvided.newBuilder()
                .setIdentifier(UUID.randomUUID())
                .setIssuingAuthority(PROVIDER)
                .setIsConformantTo(evidence.getRecordType())
                .setIssuingDate(LocalDate.of(2026, 11, 22))
                .setDistribution("application/avro")
                .setEvidence(evidence)
                .build())
        .build();
  }

  public EvidenceResponse refused(
      Received<EvidenceRequest> request, EdmErrorCode code, String reason) {
    return response(request.body(), request.id())
        .setRefused(
            EvidenceRefused.newBuilder()
                .setCode(code)
                .setReason(reason)
                .setExplanation("No evidence")
                .build())
        .build();
  }

  /**
   * Sends an attestation response.
   *
   * @return the id under which it was sent
   */
  public UUID send(AttestationResponse response) {
    return send(UUID.randomUUID(), response);
  }

  public UUID send(UUID id, AttestationResponse response) {
    return send(id, TopicCatalogue.ATTESTATION_RESPONSE, response.getExchangeId(), response);
  }

  public UUID send(EvidenceResponse response) {
    return send(UUID.randomUUID(), response);
  }

  public UUID send(UUID id, EvidenceResponse response) {
    return send(id, TopicCatalogue.EVIDENCE_RESPONSE, response.getExchangeId(), response);
  }

  /** The headers of a message of Estonia. */
  public static List<Header> headers(
      UUID id, Topic<?> topic, String service, String country, UUID exchange) {
    return CloudEventHeaders.write(
        new Envelope(
            id,
            topic.eventType(),
            new Source(CountryCode.of(country), service),
            exchange.toString(),
            Instant.now(),
            SchemaHash.urn(topic.schema()),
            null));
  }

  private UUID send(UUID id, Topic<?> topic, UUID exchange, SpecificRecordBase body) {
    String name = topic.nameFor(CountryCode.of(requester));
    String service = topic == TopicCatalogue.EVIDENCE_RESPONSE ? "evidence" : "attestation";
    world
        .broker()
        .write(
            name,
            exchange.toString(),
            world.codec().encode(name, body),
            headers(id, topic, service, "EE", exchange));
    return id;
  }

  private <T extends SpecificRecord> List<Received<T>> received(Topic<T> topic, UUID exchange) {
    String name = topic.nameFor(EE);
    String key = exchange.toString();
    world.broker().await(name, record -> Broker.header(record, "ce_subject").equals(key));
    return world.broker().read(name).stream()
        .filter(record -> Broker.header(record, "ce_subject").equals(key))
        .map(record -> decoded(topic, record))
        .toList();
  }

  private <T extends SpecificRecord> Received<T> decoded(
      Topic<T> topic, ConsumerRecord<byte[], byte[]> record) {
    try {
      return new Received<>(
          UUID.fromString(Broker.header(record, "ce_id")),
          world.codec().decode(record.topic(), record.value(), topic.type()),
          record);
    } catch (RejectedRecordException e) {
      throw new AssertionError(e);
    }
  }

  private static AttestationResponse.Builder response(AttestationRequest asked, UUID requestId) {
    return AttestationResponse.newBuilder()
        .setExchangeId(asked.getExchangeId())
        .setRequestId(requestId)
        .setAttestingCountry("EE")
        .setIssuedAt(Instant.now().truncatedTo(ChronoUnit.MILLIS));
  }

  private static EvidenceResponse.Builder response(EvidenceRequest asked, UUID requestId) {
    return EvidenceResponse.newBuilder()
        .setExchangeId(asked.getExchangeId())
        .setRequestId(requestId)
        .setEvidenceResponseId(UUID.randomUUID())
        .setIssuedAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))
        .setProvider(PROVIDER)
        .setRequester(asked.getRequester())
        .setEvidenceType(asked.getEvidenceType());
  }

  private static DiplomaEvidence diploma() {
    return DiplomaEvidence.newBuilder()
        .setIsAbout(subject())
        .setDiplomas(List.of())
        .setRegisteredBy("EHIS")
        .build();
  }

  private static BirthEvidence birth() {
    return BirthEvidence.newBuilder()
        .setIsAbout(subject())
        .setPlaceOfBirth("Tartu")
        .setCountryOfBirth("EE")
        .setParents(List.of())
        .setRegisteredBy("Rahvastikuregister")
        .build();
  }

  private static Subject subject() {
    return Subject.newBuilder()
        .setIdentifierScheme("ee-isikukood")
        .setIdentifier("39901012239")
        .setFamilyName("Tamm")
        .setGivenName("Mart")
        .setDateOfBirth(LocalDate.of(1999, 1, 1))
        .build();
  }

  /**
   * @param id {@code ce_id}
   */
  public record Received<T>(UUID id, T body, ConsumerRecord<byte[], byte[]> record) {}
}
