package eu.digitalnorth.portal.testing;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.LevelOfAssurance;
import eu.digitalnorth.messaging.envelope.RawRecord;
import eu.digitalnorth.messaging.envelope.Source;
import eu.digitalnorth.messaging.fixture.ExchangeFixture;
import eu.digitalnorth.messaging.fixture.ExchangeFixture.Received;
import eu.digitalnorth.messaging.fixture.Personal;
import eu.digitalnorth.messaging.fixture.TestAttestation;
import eu.digitalnorth.messaging.fixture.TestEid;
import eu.digitalnorth.messaging.topic.Topic;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.schemas.eid.AttestationIssued;
import eu.digitalnorth.schemas.eid.AttestationRefusalReason;
import eu.digitalnorth.schemas.eid.AttestationRefused;
import eu.digitalnorth.schemas.eid.AttestationRequest;
import eu.digitalnorth.schemas.eid.AttestationResponse;
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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.awaitility.Awaitility;

/** The test plays Estonia: reads what it is asked, and answers as the test likes. */
public final class Estonia {
  private static final CountryCode EE = CountryCode.of("EE");
  private static final Source ATTESTATION = new Source(EE, "attestation");
  private static final Source EVIDENCE = new Source(EE, "evidence");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Authority PROVIDER =
      Authority.newBuilder()
          .setCountry("EE")
          .setId("EE:education-authority")
          .setName("Eesti Hariduse Infosüsteem")
          .build();

  private final ExchangeFixture exchange;
  private final CountryCode requester;
  private final TestEid eid = new TestEid(EE);

  /**
   * @param requester the country that asks
   */
  public Estonia(World world, String requester) {
    this.exchange = world.exchange();
    this.requester = CountryCode.of(requester);
  }

  /** What was asked, once it is. */
  public Received<AttestationRequest> attestationRequest(UUID exchangeId) {
    return received(TopicCatalogue.ATTESTATION_REQUEST, exchangeId, 1).getFirst();
  }

  /** What was asked, once as much is. */
  public List<Received<EvidenceRequest>> evidenceRequests(UUID exchangeId, int count) {
    return received(TopicCatalogue.EVIDENCE_REQUEST, exchangeId, count);
  }

  /** An attestation as it was asked for; a test may spoil it. */
  public AttestationResponse issued(
      Received<AttestationRequest> request, Consumer<TestAttestation> spoil) {
    TestAttestation attestation = attestation(request);
    Instant validUntil = attestation.expiresAt;
    spoil.accept(attestation);
    return issued(request, attestation, validUntil, attestation.token());
  }

  /** An answer with such a token; what is said in clear is said of the attestation. */
  public AttestationResponse issued(
      Received<AttestationRequest> request, TestAttestation attestation, String token) {
    return issued(request, attestation, attestation.expiresAt, token);
  }

  /** As it was asked for. */
  public TestAttestation attestation(Received<AttestationRequest> request) {
    return new TestAttestation(
            eid, request.body().getRequester().getId(), request.body().getExchangeId())
        .of("ee-isikukood", "EE/NO/39901012239");
  }

  private static AttestationResponse issued(
      Received<AttestationRequest> request,
      TestAttestation attestation,
      Instant validUntil,
      String token) {
    AttestationRequest asked = request.body();
    String level = LevelOfAssurance.ofUri(attestation.level).orElseThrow().name();
    return response(asked, request.envelope().id())
        .setIssued(
            AttestationIssued.newBuilder()
                .setAttestationId(attestation.id)
                .setLevelOfAssurance(eu.digitalnorth.schemas.wire.LevelOfAssurance.valueOf(level))
                .setScheme("ID-kaart")
                .setValidUntil(validUntil)
                .setAttestation(
                    TestAttestation.answer(asked.getResponseKey(), token, asked.getExchangeId()))
                .build())
        .build();
  }

  public AttestationResponse refused(
      Received<AttestationRequest> request, AttestationRefusalReason reason) {
    return response(request.body(), request.envelope().id())
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
        Personal.answer(
            request.body().getEvidenceType() == EvidenceType.BIRTH ? birth() : diploma(),
            request.body().getResponseKey(),
            request.body().getExchangeId());
    return response(request.body(), request.envelope().id())
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
    return response(request.body(), request.envelope().id())
        .setRefused(
            EvidenceRefused.newBuilder()
                .setCode(code)
                .setReason(reason)
                .setExplanation("No evidence")
                .build())
        .build();
  }

  public UUID send(AttestationResponse response) {
    return exchange.publish(
        TopicCatalogue.ATTESTATION_RESPONSE,
        requester,
        ATTESTATION,
        response.getExchangeId().toString(),
        response);
  }

  public UUID send(EvidenceResponse response) {
    return exchange.publish(
        TopicCatalogue.EVIDENCE_RESPONSE,
        requester,
        EVIDENCE,
        response.getExchangeId().toString(),
        response);
  }

  /** The record that would be sent, to be changed or sent twice. */
  public RawRecord record(UUID id, AttestationResponse response) {
    return exchange.record(
        id,
        TopicCatalogue.ATTESTATION_RESPONSE,
        requester,
        ATTESTATION,
        response.getExchangeId().toString(),
        response);
  }

  private <T extends SpecificRecord> List<Received<T>> received(
      Topic<T> topic, UUID exchangeId, int count) {
    return Awaitility.await(count + " messages on " + topic.name())
        .atMost(PATIENCE)
        .until(
            () -> exchange.messages(topic, EE, exchangeId.toString()),
            messages -> messages.size() >= count);
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
}
