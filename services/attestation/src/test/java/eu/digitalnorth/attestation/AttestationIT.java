package eu.digitalnorth.attestation;

import static eu.digitalnorth.attestation.AttestationUnderTest.ESTONIA;
import static eu.digitalnorth.attestation.AttestationUnderTest.INBOX;
import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.envelope.Envelope;
import eu.digitalnorth.messaging.envelope.Header;
import eu.digitalnorth.messaging.envelope.RawRecord;
import eu.digitalnorth.messaging.envelope.Source;
import eu.digitalnorth.messaging.fixture.Personal;
import eu.digitalnorth.messaging.inbox.DeadLetters;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.schemas.audit.AuditAction;
import eu.digitalnorth.schemas.audit.AuditEvent;
import eu.digitalnorth.schemas.eid.AttestationIssued;
import eu.digitalnorth.schemas.eid.AttestationRefusalReason;
import eu.digitalnorth.schemas.eid.AttestationRefused;
import eu.digitalnorth.schemas.eid.AttestationRequest;
import eu.digitalnorth.schemas.eid.AttestationResponse;
import eu.digitalnorth.schemas.eid.LoginHint;
import eu.digitalnorth.schemas.wire.Authority;
import eu.digitalnorth.schemas.wire.LevelOfAssurance;
import eu.digitalnorth.schemas.wire.TopicPosition;
import eu.digitalnorth.trust.attestation.Attestation;
import eu.digitalnorth.trust.attestation.PidClaim;
import eu.digitalnorth.trust.attestation.PidClaims;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.support.KafkaHeaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The automatic policy, and what no policy lets through. */
class AttestationIT {
  private static final AttestationUnderTest attestation = new AttestationUnderTest();
  private static final byte[] NOTHING = {};
  private static final CountryCode OUTSIDE = new CountryCode("XX");

  @BeforeAll
  static void theServiceAnswers() {
    attestation.ask(citizen().build());
  }

  @AfterAll
  static void stop() {
    attestation.close();
  }

  @Test
  void attestsWhoTheCitizenIsAndNoMoreThanWasAskedFor() {
    AttestationRequest request =
        citizen().setRequestedAttributes(List.of("Gender", "CurrentAddress")).build();
    RawRecord message = attestation.message(request);
    attestation.send(message);

    AttestationResponse response = attestation.answer(request);

    Attestation inside = AttestationUnderTest.verified(response);
    Instant issuedAt = response.getIssuedAt();
    assertThat(inside)
        .isEqualTo(
            new Attestation(
                response.getIssued().getAttestationId().toString(),
                "urn:digital-north:ee:attestation",
                ESTONIA,
                "Siseministeerium",
                "NO:university-admissions",
                request.getExchangeId().toString(),
                "http://eidas.europa.eu/LoA/high",
                issuedAt.truncatedTo(ChronoUnit.SECONDS),
                issuedAt.truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofHours(1)),
                inside.status(),
                minimum()
                    .number(PidClaim.SEX, 2L)
                    .object(PidClaim.ADDRESS, Map.of("formatted", "Pikk 12, 10123 Tallinn, EE"))
                    .build()));
    assertThat(response)
        .isEqualTo(
            AttestationResponse.newBuilder()
                .setExchangeId(request.getExchangeId())
                .setRequestId(UUID.fromString(message.header("ce_id").orElseThrow()))
                .setAttestingCountry("EE")
                .setIssuedAt(issuedAt)
                .setIssued(
                    AttestationIssued.newBuilder()
                        .setAttestationId(UUID.fromString(inside.id()))
                        .setLevelOfAssurance(LevelOfAssurance.HIGH)
                        .setScheme("ID-kaart, Mobiil-ID, Smart-ID")
                        .setValidUntil(inside.expiresAt())
                        .setAttestation(response.getIssued().getAttestation())
                        .build())
                .build());
    assertThat(issuedAt).isBetween(request.getIssuedAt(), request.getExpiresAt());
  }

  @Test
  void whatWasNotAskedForIsInNoPartOfTheToken() {
    String token =
        AttestationUnderTest.token(
            attestation.ask(citizen().setRequestedAttributes(List.of("Gender")).build()));

    String inside =
        Pattern.compile("[.~]")
            .splitAsStream(token)
            .map(AttestationIT::decoded)
            .collect(Collectors.joining("\n"));

    assertThat(inside)
        .contains("Õunapuu", "\"sex\"", "EE/NO/" + attestation.estonians.citizen())
        .doesNotContain("Tartu", "Pikk", "nationalities", "personal_administrative_number")
        .doesNotContain("\"" + attestation.estonians.citizen());
  }

  @Test
  void twoAttestationsOfTheSamePersonHaveNothingInCommonButWhatTheyDisclose() {
    List<String> one = digests(attestation.ask(citizen().build()));
    List<String> other = digests(attestation.ask(citizen().build()));

    assertThat(one).isNotEmpty().doesNotContainAnyElementsOf(other);
  }

  @Test
  void theAnswerSaysInItsHeadersWhoSentItAndWhatItIs() {
    AttestationRequest request = citizen().build();
    attestation.ask(request);

    Envelope envelope = attestation.answers(request, 1).getFirst().envelope();

    assertThat(envelope.source()).isEqualTo(new Source(ESTONIA, "attestation"));
    assertThat(envelope.type()).isEqualTo("eu.digitalnorth.eid.attestation-response.v1");
    assertThat(envelope.subject()).isEqualTo(request.getExchangeId().toString());
  }

  @Test
  void aDuplicateIsAnsweredWithTheSameBytesAndStartsNoSecondAuthentication() {
    AttestationRequest request = citizen().build();
    RawRecord message = attestation.message(request);

    attestation.send(message);
    RawRecord first = attestation.answers(request, 1).getFirst().raw();
    attestation.send(message);
    RawRecord second = attestation.answers(request, 2).get(1).raw();

    assertThat(second.value()).isEqualTo(first.value());
    assertThat(texts(second.headers())).isEqualTo(texts(first.headers()));
    assertThat(attestation.app.of("ee", request.getExchangeId())).hasSize(1);
  }

  @Test
  void theLedgerLearnsWhatWasReceivedDecidedAndSent() {
    AttestationRequest request = citizen().build();
    attestation.ask(request);

    List<AuditEvent> events = attestation.ledger(request.getExchangeId(), 3);

    assertThat(events)
        .extracting(AuditEvent::getAction)
        .containsExactly(AuditAction.RECEIVED, AuditAction.DECIDED, AuditAction.SENT);
    assertThat(events)
        .allSatisfy(
            event -> {
              assertThat(event.getAuthority()).isEqualTo(request.getRequester());
              assertThat(event.getSubject())
                  .isEqualTo(
                      attestation.estonians.pseudonym(
                          "ee-isikukood", attestation.estonians.citizen()));
              assertThat(event.getProcedure()).isEqualTo("T2");
              assertThat(event.getCounterparty()).isEqualTo("NO");
            });
    AuditEvent decided = events.get(1);
    assertThat(decided.getOutcome()).isEqualTo("ISSUED");
    assertThat(decided.getTopic()).isEqualTo(INBOX);
    assertThat(decided.getPositions())
        .extracting(TopicPosition::getTopic)
        .filteredOn(topic -> !topic.endsWith(".trust.key.v1"))
        .containsExactly("ee.register.company.v1", "ee.register.person.v1");
    assertThat(decided.getPositions())
        .extracting(TopicPosition::getTopic)
        .contains("ee.trust.key.v1", "no.trust.key.v1");
    assertThat(decided.getPositions())
        .allSatisfy(position -> assertThat(position.getOffset()).isPositive());
  }

  @Test
  void attestsTheCompanyThatARepresentativeActsFor() {
    AttestationRequest request =
        onBehalfOfTheCompany(attestation.estonians.owner())
            .setRequestedAttributes(List.of("D-2012-17-EUIdentifier"))
            .build();

    AttestationResponse response = attestation.ask(request);

    String number = attestation.estonians.company();
    assertThat(AttestationUnderTest.verified(response).person().object(PidClaim.LEGAL_PERSON))
        .contains(
            Map.of(
                "legal_person_identifier",
                "EE/NO/" + number,
                "identifier_scheme",
                "ee-registrikood",
                "legal_name",
                "Tamm OÜ",
                "eu_identifier",
                "EEBUS." + number));
  }

  @Test
  void refusesSomebodyWhoDoesNotRepresentTheCompany() {
    assertThat(attestation.ask(onBehalfOfTheCompany(attestation.estonians.citizen()).build()))
        .satisfies(isRefusedFor(AttestationRefusalReason.NOT_A_REPRESENTATIVE));
  }

  @Test
  void refusesAnUnknownSubject() {
    AttestationResponse response =
        attestation.ask(attestation.requestFor(attestation.estonians.nobody()).build());

    assertThat(response.getRefused())
        .isEqualTo(
            new AttestationRefused(
                AttestationRefusalReason.UNKNOWN_SUBJECT,
                "Responder",
                "AuthnFailed",
                "The population register knows no such person"));
  }

  @Test
  void refusesTheDead() {
    assertThat(attestation.ask(attestation.requestFor(attestation.estonians.deceased()).build()))
        .satisfies(isRefusedFor(AttestationRefusalReason.SUBJECT_DECEASED));
  }

  @Test
  void refusesAnExpiredRequest() {
    AttestationRequest request = citizen().setExpiresAt(Instant.now().minusMillis(1)).build();

    assertThat(attestation.ask(request))
        .satisfies(isRefusedFor(AttestationRefusalReason.EXPIRED_TOKEN));
    assertThat(attestation.app.of("ee", request.getExchangeId())).isEmpty();
  }

  @Test
  void refusesAnAuthorityThatDoesNotRunTheProcedure() {
    assertThat(attestation.ask(citizen().setProcedure("X1").build()))
        .satisfies(isRefusedFor(AttestationRefusalReason.REQUESTER_NOT_TRUSTED));
  }

  @Test
  void refusesALevelThatItDoesNotKnow() {
    assertThat(attestation.ask(citizen().setLevelOfAssurance(LevelOfAssurance.UNKNOWN).build()))
        .satisfies(isRefusedFor(AttestationRefusalReason.INVALID_REQUEST));
  }

  @Test
  void aRefusalIsAudited() {
    AttestationRequest request = attestation.requestFor(attestation.estonians.nobody()).build();
    attestation.ask(request);

    assertThat(attestation.ledger(request.getExchangeId(), 3))
        .extracting(AuditEvent::getOutcome)
        .containsExactly(null, "UNKNOWN_SUBJECT", null);
  }

  @Test
  void garbageGoesToTheDeadLettersWhileTheTrafficGoesOn() {
    byte[] garbage = "garbage".getBytes(StandardCharsets.UTF_8);
    RawRecord good = attestation.message(citizen().build());

    attestation.send(attestation.exchange.signedAnew(withValue(good, garbage)));

    RawRecord letter = attestation.deadLetter(good);
    assertThat(letter.value()).isEqualTo(garbage);
    assertThat(letter.header("dlt-reason")).contains("UNREADABLE");
    assertThat(attestation.ask(citizen().build()).getIssued()).isNotNull();
  }

  @Test
  void aRecordWithoutHeadersGoesToTheDeadLettersAsItCame() {
    byte[] key = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
    byte[] garbage = {1, 2, 3};
    RawRecord bare = new RawRecord(INBOX, 2, 0, 0, key, garbage, List.of());

    attestation.send(bare);

    RawRecord letter = attestation.deadLetter(bare);
    assertThat(letter.value()).isEqualTo(garbage);
    assertThat(letter.partition()).isEqualTo(2);
    assertThat(letter.header("dlt-reason")).contains("BAD_HEADER");
  }

  @Test
  void aRecordOfAnUnknownSchemaGoesToTheDeadLetters() {
    RawRecord good = attestation.message(citizen().build());
    byte[] unknown = Objects.requireNonNull(good.value()).clone();
    ByteBuffer.wrap(unknown).putInt(1, 987_654);

    attestation.send(withValue(good, unknown));

    RawRecord letter = attestation.deadLetter(good);
    assertThat(letter.value()).isEqualTo(unknown);
    assertThat(letter.header("dlt-reason")).contains("UNKNOWN_SCHEMA");
  }

  @Test
  void aRequestForAnotherCountrysRequesterIsInconsistent() {
    AttestationRequest request =
        citizen().setRequester(new Authority("SE", "SE:university-admissions", "UHR")).build();
    RawRecord message = attestation.message(request);

    attestation.send(message);

    assertThat(attestation.deadLetter(message).header("dlt-reason")).contains("INCONSISTENT");
  }

  @Test
  void aPartyOutsideIsAuditedAndNotAnswered() {
    AttestationRequest request =
        citizen().setRequester(new Authority("XX", "XX:office", "An office")).build();
    RawRecord message = attestation.messageOf(OUTSIDE, request);

    attestation.send(message);

    RawRecord letter = attestation.deadLetter(message);
    assertThat(letter.header("dlt-reason")).contains("NOT_A_PARTICIPANT");
    assertThat(letter.value()).isEqualTo(message.value());
    AuditEvent rejection = rejectionOf(letter);
    assertThat(rejection.getOutcome()).isEqualTo("NOT_A_PARTICIPANT");
    assertThat(rejection.getCounterparty()).isEqualTo("XX");
    attestation.ask(citizen().build());
    assertThat(attestation.answersSoFar(request)).isEmpty();
  }

  /** The ledger knows a bad record by where it was. */
  private static AuditEvent rejectionOf(RawRecord letter) {
    String where =
        DeadLetters.idOf(
                new RawRecord(
                    INBOX,
                    letter.partition(),
                    originalOffset(letter),
                    0,
                    NOTHING,
                    NOTHING,
                    List.of()))
            .toString();
    return AttestationUnderTest.patiently()
        .until(
            () -> attestation.exchange.messages(TopicCatalogue.AUDIT_EVENT, ESTONIA, where),
            found -> !found.isEmpty())
        .getFirst()
        .body();
  }

  private static long originalOffset(RawRecord letter) {
    return letter.headers().stream()
        .filter(header -> header.name().equals(KafkaHeaders.DLT_ORIGINAL_OFFSET))
        .mapToLong(header -> ByteBuffer.wrap(header.value()).getLong())
        .findFirst()
        .orElseThrow();
  }

  private static AttestationRequest.Builder citizen() {
    return attestation.requestFor(attestation.estonians.citizen());
  }

  private static AttestationRequest.Builder onBehalfOfTheCompany(String person) {
    Registered people = attestation.estonians;
    AttestationRequest.Builder request = attestation.requestFor(person);
    return request.setLoginHint(
        Personal.sealedTo(
            AttestationUnderTest.ESTONIA,
            new LoginHint(people.personScheme(), person, people.companyScheme(), people.company()),
            request.getExchangeId()));
  }

  private static ThrowingConsumer<AttestationResponse> isRefusedFor(
      AttestationRefusalReason reason) {
    return response -> {
      assertThat(response.getIssued()).isNull();
      assertThat(response.getRefused().getReason()).isEqualTo(reason);
    };
  }

  private static PidClaims.Builder minimum() {
    return PidClaims.builder()
        .text(PidClaim.EIDAS_PERSON_IDENTIFIER, "EE/NO/" + attestation.estonians.citizen())
        .text(PidClaim.IDENTIFIER_SCHEME, "ee-isikukood")
        .text(PidClaim.FAMILY_NAME, "Õunapuu")
        .text(PidClaim.GIVEN_NAME, "Anna")
        .text(PidClaim.FAMILY_NAME_LATIN, "Ounapuu")
        .date(PidClaim.BIRTHDATE, Registered.BORN);
  }

  /** What stands for the claims of a person in what is signed. */
  private static List<String> digests(AttestationResponse response) {
    String payload = decoded(AttestationUnderTest.token(response).split("\\.")[1]);
    return JsonMapper.shared()
        .readTree(payload)
        .get("_sd")
        .valueStream()
        .map(JsonNode::asString)
        .toList();
  }

  private static String decoded(String part) {
    return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
  }

  private static RawRecord withValue(RawRecord record, byte[] value) {
    return new RawRecord(
        record.topic(),
        record.partition(),
        0,
        0,
        Objects.requireNonNull(record.key()),
        value,
        record.headers());
  }

  private static List<String> texts(List<Header> headers) {
    return headers.stream().map(header -> header.name() + '=' + text(header)).toList();
  }

  private static String text(Header header) {
    return new String(header.value(), StandardCharsets.UTF_8);
  }
}
