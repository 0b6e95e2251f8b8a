package eu.digitalnorth.audit;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.digitalnorth.messaging.envelope.RawRecord;
import eu.digitalnorth.messaging.envelope.Source;
import eu.digitalnorth.messaging.fixture.RawTopics;
import eu.digitalnorth.schemas.audit.AuditEvent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

class AuditIT extends RunningAudit {
  @Autowired private JdbcTemplate database;

  @Test
  void keepsWhatAnEventSays() {
    UUID eventId = UUID.randomUUID();
    AuditEvent event = AuditEvents.decided(ESTONIA, exchange, "ab".repeat(32)).build();

    publish(List.of(record(eventId, event)));

    assertThatJson(awaitEntries(1).get(0).toString())
        .isEqualTo(
            """
            {"entry": "${json-unit.any-number}", "eventId": "%s",
             "recordedAt": "${json-unit.any-string}", "exchangeId": "%s",
             "action": "DECIDED", "occurredAt": "2026-11-22T12:00:00.120Z", "service": "evidence",
             "messageId": "%s", "messageType": "eu.digitalnorth.evidence.request.v1",
             "topic": "ee.evidence.request.v1", "counterparty": "NO",
             "authority": {"country": "NO", "id": "NO:university-admissions",
                           "name": "Samordna opptak"},
             "subject": "%s", "procedure": "T2", "evidenceType": "DIPLOMA", "outcome": "PROVIDED",
             "decidedAt": "2026-11-22T12:00:00.120Z",
             "positions": [
               {"topic": "ee.register.person.v1", "partition": 0, "offset": 9007199254740993},
               {"topic": "ee.eid.attestation-status.v1", "partition": 0, "offset": 0}],
             "bodyDigest": "%s", "previousHash": "${json-unit.regex}[0-9a-f]{64}",
             "leafHash": "${json-unit.regex}[0-9a-f]{64}",
             "entryHash": "${json-unit.regex}[0-9a-f]{64}"}
            """
                .formatted(
                    eventId, exchange, event.getMessageId(), "ab".repeat(32), "00".repeat(32)));
    api().assertIntact("ee");
  }

  @Test
  void takesAnEventOnceHoweverOftenItComes() {
    RawRecord first = received();

    publish(List.of(first, first));
    awaitEntries(1);
    publish(List.of(first, received()));

    awaitEntries(2);
    api().assertIntact("ee");
  }

  @Test
  void takesAnEventOnceEvenIfTheInboxHasForgottenIt() {
    RawRecord first = received();
    publish(List.of(first));
    awaitEntries(1);

    database.update("delete from inbox");
    publish(List.of(first, received()));

    awaitEntries(2);
    api().assertIntact("ee");
  }

  @Test
  void putsGarbageAsideWithReasonAndOriginalBytesWhileTrafficGoesOn() {
    byte[] garbage = "no Avro at all".getBytes(StandardCharsets.UTF_8);

    publish(List.of(received(), bytes(garbage), received()));

    awaitEntries(2);
    RawRecord letter = awaitDeadLetter();
    assertThat(letter.value()).isEqualTo(garbage);
    assertThat(letter.header("dlt-reason")).contains("BAD_HEADER");
    api().assertIntact("ee");
  }

  @Test
  void putsAGarbledBodyAside() {
    RawRecord whole = received();
    RawRecord garbled =
        RunningAudit.EXCHANGES.signedAnew(withValue(whole, ByteBuffer.wrap(value(whole), 0, 9)));

    publish(List.of(garbled, received()));

    awaitEntries(1);
    RawRecord letter = awaitDeadLetter();
    assertThat(letter.value()).isEqualTo(garbled.value());
    assertThat(letter.header("dlt-reason")).contains("UNREADABLE");
  }

  @Test
  void putsAnUnknownSchemaAside() {
    RawRecord record = received();
    ByteBuffer unknown = ByteBuffer.wrap(value(record).clone()).putInt(1, 987_654_321);

    publish(List.of(withValue(record, unknown), received()));

    awaitEntries(1);
    RawRecord letter = awaitDeadLetter();
    assertThat(letter.value()).isEqualTo(unknown.array());
    assertThat(letter.header("dlt-reason")).contains("UNKNOWN_SCHEMA");
  }

  @Test
  void putsAsideAnEventOfAnotherServiceThanItSays() {
    AuditEvent event = AuditEvents.received(ESTONIA, exchange).build();
    Source portal = new Source(ESTONIA, "portal");

    publish(List.of(received(), record(UUID.randomUUID(), ESTONIA, portal, event), received()));

    awaitEntries(2);
    assertThat(awaitDeadLetter().header("dlt-reason")).contains("INCONSISTENT");
  }

  @Test
  void putsAsideAnEventOfAnotherCountrysLedger() {
    AuditEvent event = AuditEvents.received(NORWAY, exchange).build();
    Source evidence = new Source(ESTONIA, AuditEvents.SERVICE);

    publish(List.of(record(UUID.randomUUID(), ESTONIA, evidence, event)));

    assertThat(awaitDeadLetter().header("dlt-reason")).contains("INCONSISTENT");
  }

  @Test
  void writesInTheLedgerThatARecordWasRefused() {
    String refusals = "/api/audit/ee/messages?action=REJECTED";
    int before = api().json(refusals).get("messages").size();

    publish(List.of(bytes(new byte[] {1})));

    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> api().json(refusals).get("messages").size() == before + 1);
  }

  @Test
  void keepsOneChainOfWhatSeveralConsumersAppendAtTheSameTime() {
    int events = 3000;
    long before = api().entries("no");

    publish(
        Stream.generate(() -> record(AuditEvents.received(NORWAY, UUID.randomUUID())))
            .limit(events)
            .toList());

    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> api().entries("no"), entries -> entries == before + events);
    api().assertIntact("no");
  }

  @Test
  void listsMessagesToCompareLedgersWith() {
    List<String> sent = Stream.generate(() -> UUID.randomUUID().toString()).limit(3).toList();
    publish(
        sent.stream()
            .map(UUID::fromString)
            .map(id -> AuditEvents.sent(ESTONIA, exchange, "ab".repeat(32)).setMessageId(id))
            .map(event -> record(event.setCounterparty("LV")))
            .toList());
    awaitEntries(3);

    String path = "/api/audit/ee/messages?action=SENT&action=LATE&counterparty=LV&limit=2";
    JsonNode first = api().json(path);
    JsonNode second = api().json(path + "&after=" + first.get("next").asLong());

    assertThat(Stream.of(first, second).flatMap(AuditIT::messageIds).toList()).isEqualTo(sent);
    assertThat(second.has("next")).isFalse();
  }

  @Test
  void listsEntriesOfATime() {
    publish(
        IntStream.range(0, 3)
            .mapToObj(day -> AuditEvents.NOON.plus(Duration.ofDays(365 + day)))
            .map(time -> record(AuditEvents.received(ESTONIA, exchange).setOccurredAt(time)))
            .toList());
    awaitEntries(3);

    JsonNode page = api().json("/api/audit/EE/entries?from=2027-11-22&to=2027-11-23&limit=1");

    assertThat(page.get("entries").size()).isEqualTo(1);
    assertThat(page.get("more").asBoolean()).isTrue();
    assertThat(page.at("/entries/0/occurredAt").asString()).isEqualTo("2027-11-22T12:00:00.120Z");
  }

  private RawRecord received() {
    return record(AuditEvents.received(ESTONIA, exchange));
  }

  private RawRecord bytes(byte[] value) {
    byte[] key = exchange.toString().getBytes(StandardCharsets.UTF_8);
    return new RawRecord(ESTONIAN_TOPIC, RawTopics.BY_KEY, 0, 0, key, value, List.of());
  }

  private static byte[] value(RawRecord record) {
    return Objects.requireNonNull(record.value());
  }

  private static RawRecord withValue(RawRecord record, ByteBuffer value) {
    byte[] bytes = new byte[value.rewind().remaining()];
    value.get(bytes).rewind();
    return new RawRecord(
        record.topic(),
        record.partition(),
        0,
        0,
        Objects.requireNonNull(record.key()),
        bytes,
        record.headers());
  }

  private static Stream<String> messageIds(JsonNode page) {
    return page.get("messages").valueStream().map(message -> message.get("messageId").asString());
  }
}
