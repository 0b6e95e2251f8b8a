package eu.digitalnorth.evidence;

import static eu.digitalnorth.evidence.EvidenceService.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.envelope.RawRecord;
import eu.digitalnorth.messaging.envelope.Source;
import eu.digitalnorth.messaging.fixture.ExchangeFixture.Received;
import eu.digitalnorth.messaging.inbox.DeadLetters;
import eu.digitalnorth.schemas.audit.AuditAction;
import eu.digitalnorth.schemas.audit.AuditEvent;
import eu.digitalnorth.schemas.evidence.EvidenceRequest;
import eu.digitalnorth.schemas.evidence.EvidenceResponse;
import eu.digitalnorth.schemas.wire.Authority;
import eu.digitalnorth.schemas.wire.EvidenceType;
import eu.digitalnorth.testservers.TestServers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How Estonia's evidence service takes what goes wrong around it. */
class DeliveryIT {
  private static final int BATCH = 50;

  private final EvidenceService service = EvidenceService.ofEstonia();
  private final Surroundings surroundings = service.surroundings();
  private final EvidenceRequest request = ordinary();

  @Test
  void theLedgerLearnsWhatWasReceivedDecidedAndSent() {
    service.answerTo(request);

    List<AuditEvent> events = ledgerOf(request, 3);
    assertThat(events)
        .extracting(AuditEvent::getAction)
        .containsExactlyInAnyOrder(AuditAction.RECEIVED, AuditAction.DECIDED, AuditAction.SENT);
    assertThat(events)
        .allSatisfy(
            event -> {
              assertThat(event.getAuthority()).isEqualTo(Fixtures.UNIVERSITY);
              assertThat(event.getCounterparty()).isEqualTo("NO");
              assertThat(event.getProcedure()).isEqualTo("T2");
              assertThat(event.getEvidenceType()).isEqualTo(EvidenceType.DIPLOMA);
              assertThat(event.getSubject())
                  .isEqualTo(surroundings.pseudonym(Fixtures.PERSON_SCHEME, Fixtures.STUDENT));
            });
  }

  @Test
  void aDecisionTellsItsOutcomeItsTimeAndWhatItHadSeen() {
    EvidenceResponse response = service.answerTo(request);

    AuditEvent decided = decisions(ledgerOf(request, 3)).getFirst();
    assertThat(decided.getOutcome()).isEqualTo("PROVIDED");
    assertThat(decided.getDecidedAt()).isEqualTo(response.getIssuedAt());
    assertThat(decided.getPositions())
        .filteredOn(position -> position.getTopic().equals("ee.register.person.v1"))
        .singleElement()
        .satisfies(position -> assertThat(position.getOffset()).isGreaterThanOrEqualTo(2));
  }

  @Test
  void aRefusalIsADecisionToo() {
    request.setExplicitRequestGiven(false);
    service.answerTo(request);

    assertThat(decisions(ledgerOf(request, 3)))
        .extracting(AuditEvent::getOutcome)
        .containsExactly("EDM_ERR_0002:NO_EXPLICIT_REQUEST");
  }

  @Test
  void aRequestThatComesTwiceIsAnsweredTwiceWithTheSameBytesAndDecidedOnce() {
    RawRecord record = surroundings.record(request);
    surroundings.send(record);
    service.answersIn(request, 1);

    surroundings.send(record);

    List<RawRecord> answers = service.answersIn(request, 2).stream().map(Received::raw).toList();
    assertThat(answers).extracting(RawRecord::value).containsOnly(answers.getFirst().value());
    assertThat(answers)
        .extracting(answer -> answer.header("ce_id").orElseThrow())
        .containsOnly(answers.getFirst().header("ce_id").orElseThrow());
    assertThat(decisions(ledgerOf(request, 6)))
        .hasSize(2)
        .allMatch(decisions(ledgerOf(request, 6)).getFirst()::equals);
  }

  @Test
  void garbageGoesToTheDeadLettersWhileTheTrafficGoesOn() {
    RawRecord garbage = Surroundings.garbage("no record at all".getBytes(StandardCharsets.UTF_8));
    List<EvidenceRequest> before = ordinaries(5);
    List<EvidenceRequest> after = ordinaries(5);

    surroundings.send(records(before));
    surroundings.send(garbage);
    surroundings.send(records(after));

    assertAllAnsweredOnce(Stream.concat(before.stream(), after.stream()).toList());
    assertDeadLetter(garbage, "BAD_HEADER");
  }

  @Test
  void signedGarbageGoesToTheDeadLetters() {
    RawRecord record =
        surroundings.signedAnew(
            Surroundings.withValue(
                surroundings.record(request), "garbage".getBytes(StandardCharsets.UTF_8)));

    surroundings.send(record);

    assertDeadLetter(record, "UNREADABLE");
  }

  @Test
  void anUnknownSchemaIdGoesToTheDeadLetters() {
    RawRecord record = surroundings.record(request);
    byte[] value = record.value().clone();
    ByteBuffer.wrap(value).putInt(1, 987_654);
    RawRecord unknown = Surroundings.withValue(record, value);

    surroundings.send(unknown);

    assertDeadLetter(unknown, "UNKNOWN_SCHEMA");
  }

  @Test
  void aPartyOutsideTheParticipantsIsRefusedAuditedAndNotAnswered() {
    RawRecord stranger = surroundings.record(request, new Source(new CountryCode("XX"), "portal"));

    surroundings.send(stranger);

    RawRecord letter = assertDeadLetter(stranger, "NOT_A_PARTICIPANT");
    assertThat(rejectionOf(letter).getOutcome()).isEqualTo("NOT_A_PARTICIPANT");
    service.answerTo(ordinary());
    assertThat(surroundings.responses(request.getExchangeId())).isEmpty();
  }

  @Test
  void aRequesterOfAnotherCountryThanTheSenderGoesToTheDeadLetters() {
    request.setRequester(new Authority("SE", "SE:university-admissions", "UHR"));
    RawRecord record = surroundings.record(request);

    surroundings.send(record);

    assertDeadLetter(record, "INCONSISTENT");
  }

  @Test
  void aRequestInTheWrongCountrysInboxGoesToTheDeadLetters() {
    request.setProviderCountry("LV");
    RawRecord record = surroundings.record(request);

    surroundings.send(record);

    assertDeadLetter(record, "INCONSISTENT");
  }

  @Test
  void aStoppedSchemaRegistryCostsNoMessage() {
    List<EvidenceRequest> before = ordinaries(BATCH);
    List<EvidenceRequest> meanwhile = ordinaries(BATCH);
    RawRecord[] records = records(meanwhile);
    RawRecord unknown = Surroundings.withValue(records[0], unknownSchema(records[0], 987_655));
    surroundings.send(records(before));

    TestServers.shared().stopSchemaRegistry();
    try {
      surroundings.send(unknown);
      surroundings.send(records);
      await()
          .during(java.time.Duration.ofSeconds(2))
          .until(() -> surroundings.deadLetters(unknown).isEmpty());
    } finally {
      TestServers.shared().startSchemaRegistry();
    }

    assertAllAnsweredOnce(Stream.concat(before.stream(), meanwhile.stream()).toList());
    assertDeadLetter(unknown, "UNKNOWN_SCHEMA");
  }

  @Test
  void aStoppedDatabaseCostsNoMessage() {
    List<EvidenceRequest> before = ordinaries(BATCH);
    List<EvidenceRequest> meanwhile = ordinaries(BATCH);
    RawRecord[] records = records(meanwhile);
    surroundings.send(records(before));

    TestServers.shared().stopPostgres();
    try {
      surroundings.send(records);
    } finally {
      TestServers.shared().startPostgres();
    }

    assertAllAnsweredOnce(Stream.concat(before.stream(), meanwhile.stream()).toList());
  }

  private EvidenceRequest ordinary() {
    return Fixtures.request(Fixtures.attestation(surroundings.estonia()));
  }

  private List<EvidenceRequest> ordinaries(int number) {
    return Stream.generate(this::ordinary).limit(number).toList();
  }

  private RawRecord[] records(List<EvidenceRequest> requests) {
    return requests.stream().map(surroundings::record).toArray(RawRecord[]::new);
  }

  private static byte[] unknownSchema(RawRecord record, int id) {
    byte[] value = record.value().clone();
    ByteBuffer.wrap(value).putInt(1, id);
    return value;
  }

  /**
   * Sent twice is allowed (an outage between sending and remembering), decided twice is not: then
   * the answers would have other ids, or at least another time.
   */
  private void assertAllAnsweredOnce(List<EvidenceRequest> requests) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(surroundings.answers().keySet()).containsAll(exchanges(requests)));
    Map<UUID, List<RawRecord>> answers = surroundings.answers();
    assertThat(exchanges(requests))
        .allSatisfy(
            exchange ->
                assertThat(answers.get(exchange).stream().map(Surroundings::content).distinct())
                    .hasSize(1));
    assertThat(
            exchanges(requests).stream()
                .map(exchange -> answers.get(exchange).getFirst().header("ce_id")))
        .doesNotHaveDuplicates()
        .allMatch(Optional::isPresent);
    assertAllDecidedOnce(exchanges(requests));
  }

  /** The ledger's word: one decision for each, however often it was told of it. */
  private void assertAllDecidedOnce(List<UUID> exchanges) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(surroundings.decisions().keySet()).containsAll(exchanges));
    Map<UUID, Set<AuditEvent>> decisions = surroundings.decisions();
    assertThat(exchanges).allSatisfy(one -> assertThat(decisions.get(one)).hasSize(1));
  }

  private static List<UUID> exchanges(List<EvidenceRequest> requests) {
    return requests.stream().map(EvidenceRequest::getExchangeId).toList();
  }

  private RawRecord assertDeadLetter(RawRecord original, String reason) {
    await().atMost(PATIENCE).until(() -> !surroundings.deadLetters(original).isEmpty());
    RawRecord letter = surroundings.deadLetters(original).getFirst();
    assertThat(letter.header(DeadLetters.REASON)).contains(reason);
    assertThat(letter.header(DeadLetters.EXPLANATION)).isPresent();
    assertThat(letter.key()).isEqualTo(original.key());
    return letter;
  }

  private AuditEvent rejectionOf(RawRecord letter) {
    ByteBuffer offset = ByteBuffer.wrap(header(letter, "kafka_dlt-original-offset"));
    RawRecord refused =
        new RawRecord(
            "ee.evidence.request.v1",
            letter.partition(),
            offset.getLong(),
            0,
            null,
            null,
            List.of());
    UUID id = DeadLetters.idOf(refused);
    await().atMost(PATIENCE).until(() -> !surroundings.ledgerOf(id).isEmpty());
    return surroundings.ledgerOf(id).getFirst();
  }

  private static byte[] header(RawRecord record, String name) {
    return record.headers().stream()
        .filter(header -> header.name().equals(name))
        .findFirst()
        .orElseThrow()
        .value();
  }

  private List<AuditEvent> ledgerOf(EvidenceRequest request, int atLeast) {
    await()
        .atMost(PATIENCE)
        .until(() -> surroundings.ledger(request.getExchangeId()).size() >= atLeast);
    return new ArrayList<>(
        surroundings.ledger(request.getExchangeId()).stream().map(Received::body).toList());
  }

  private static List<AuditEvent> decisions(List<AuditEvent> events) {
    return events.stream().filter(event -> event.getAction() == AuditAction.DECIDED).toList();
  }
}
