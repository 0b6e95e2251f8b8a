package eu.digitalnorth.messaging.delivery;

import static eu.digitalnorth.messaging.delivery.Norway.withHeader;
import static eu.digitalnorth.messaging.delivery.Norway.withKey;
import static eu.digitalnorth.messaging.delivery.Norway.withValue;
import static eu.digitalnorth.messaging.delivery.Norway.withoutHeader;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import eu.digitalnorth.messaging.envelope.Header;
import eu.digitalnorth.messaging.envelope.RawRecord;
import eu.digitalnorth.messaging.envelope.Rejection;
import eu.digitalnorth.messaging.fixture.RawTopics;
import eu.digitalnorth.messaging.inbox.DeadLetters;
import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.schemas.audit.AuditAction;
import eu.digitalnorth.schemas.audit.AuditEvent;
import eu.digitalnorth.schemas.evidence.EvidenceRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A record that can never be processed is put aside as it came, with the reason; others go on. */
class DeadLettersIT {
  private static final int PARTITION = 2;

  private static Norway norway;
  private static RunningService service;

  @BeforeAll
  static void start() {
    norway = Norway.ready();
    service = RunningService.start(norway.exchange().properties(Service.EVIDENCE));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  static Stream<Arguments> badRecords() {
    return Stream.of(
        bad("garbage", Rejection.BAD_SIGNATURE, r -> withValue(bytes("garbage"), r)),
        bad("signed garbage", Rejection.UNREADABLE, r -> signed(withValue(bytes("garbage"), r))),
        bad("no value", Rejection.UNREADABLE, r -> signed(withValue(null, r))),
        bad("an empty value", Rejection.UNREADABLE, r -> withValue(new byte[0], r)),
        bad("half a record", Rejection.UNREADABLE, r -> signed(withValue(half(r), r))),
        bad("no signature", Rejection.BAD_SIGNATURE, r -> withoutHeader("signature", r)),
        bad("an unknown schema id", Rejection.UNKNOWN_SCHEMA, r -> withSchemaId(987_654, r)),
        bad("no headers", Rejection.BAD_HEADER, DeadLettersIT::withoutHeaders),
        bad("no id", Rejection.BAD_HEADER, r -> withoutHeader("ce_id", r)),
        bad("a header without a value", Rejection.BAD_HEADER, r -> header("ce_time", null, r)),
        bad("an id that is none", Rejection.BAD_HEADER, r -> header("ce_id", "1-1-1-1-1", r)),
        bad("another type", Rejection.INCONSISTENT, r -> header("ce_type", "other", r)),
        bad("another subject", Rejection.INCONSISTENT, r -> header("ce_subject", "other", r)),
        bad("another key", Rejection.INCONSISTENT, r -> withKey(bytes(UUID.randomUUID() + ""), r)),
        bad("no key", Rejection.INCONSISTENT, r -> withKey(null, r)),
        bad(
            "a stranger",
            Rejection.NOT_A_PARTICIPANT,
            r -> header("ce_source", "urn:digital-north:de:portal", r)),
        bad(
            "a service that may not ask",
            Rejection.NOT_A_PARTICIPANT,
            r -> header("ce_source", "urn:digital-north:no:registry", r)),
        bad(
            "a header name that no text column takes",
            Rejection.UNREADABLE,
            r -> withHeader(new Header("nul\0nul", new byte[] {0}), withValue(bytes("x"), r))));
  }

  private static RawRecord signed(RawRecord changed) {
    return norway.exchange().signedAnew(changed);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("badRecords")
  void aBadRecordIsPutAsideAsItCame(String what, Rejection reason, UnaryOperator<RawRecord> spoil) {
    RawRecord request = norway.request(UUID.randomUUID(), Requests.ordinary(UUID.randomUUID()));
    String mark = UUID.randomUUID().toString();
    RawRecord bad = Norway.inPartition(PARTITION, header("x-mark", mark, spoil.apply(request)));

    norway.send(bad);

    RawRecord letter = awaitLetter(mark);
    assertThat(letter.header(DeadLetters.REASON)).contains(reason.name());
    assertThat(letter.value()).isEqualTo(bad.value());
    assertThat(letter.key()).isEqualTo(bad.key());
    assertThat(letter.partition()).isEqualTo(PARTITION);
    assertThat(Norway.headersOf(letter)).containsAll(Norway.headersOf(bad));
  }

  @Test
  void theLedgerIsToldOfARefusedRecord() {
    RawRecord request = norway.request(UUID.randomUUID(), Requests.ordinary(UUID.randomUUID()));

    norway.send(header("ce_source", "urn:digital-north:de:portal", request));

    awaitRejection(Rejection.NOT_A_PARTICIPANT);
  }

  @Test
  void theHandlersVerdictPutsARequestAside() {
    EvidenceRequest nonsense = Requests.withProcedure(UUID.randomUUID(), TestHandler.NONSENSE);

    norway.send(norway.request(UUID.randomUUID(), nonsense));

    awaitLetterOf(nonsense, Rejection.INCONSISTENT);
  }

  @Test
  void ofABatchOnlyTheMessageThatTheServiceFailsOnIsPutAside() {
    EvidenceRequest bug = Requests.withProcedure(UUID.randomUUID(), TestHandler.BUG);
    EvidenceRequest late = Requests.withProcedure(UUID.randomUUID(), TestHandler.AT_COMMIT);
    List<EvidenceRequest> good =
        Stream.generate(() -> Requests.ordinary(UUID.randomUUID())).limit(4).toList();
    service.close(); // so that all of them are polled together
    Stream<EvidenceRequest> batch =
        Stream.of(good.get(0), bug, good.get(1), late, good.get(2), good.get(3));
    norway.send(
        batch
            .map(r -> Norway.inPartition(0, norway.request(UUID.randomUUID(), r)))
            .toArray(RawRecord[]::new));

    service = RunningService.start(norway.exchange().properties(Service.EVIDENCE));

    awaitLetterOf(bug, Rejection.PROCESSING_FAILED);
    awaitLetterOf(late, Rejection.PROCESSING_FAILED);
    good.forEach(DeadLettersIT::awaitResponse);
    assertThat(norway.responses(bug.getExchangeId())).isEmpty();
  }

  @Test
  void aRecordAsLongAsABrokerTakesIsPutAsideWhole() {
    byte[] longest = new byte[1_048_000 - 1_000];
    String key = UUID.randomUUID().toString();

    norway.send(
        new RawRecord(
            TopicCatalogue.EVIDENCE_REQUEST.nameFor(Norway.EE),
            RawTopics.BY_KEY,
            0,
            0,
            bytes(key),
            longest,
            List.of()));

    await().atMost(RunningService.PATIENCE).until(() -> norway.deadLetters(key).size() == 1);
    assertThat(norway.deadLetters(key).getFirst().value()).isEqualTo(longest);
  }

  private static void awaitResponse(EvidenceRequest request) {
    await()
        .atMost(RunningService.PATIENCE)
        .until(() -> !norway.responses(request.getExchangeId()).isEmpty());
  }

  private static void awaitLetterOf(EvidenceRequest request, Rejection reason) {
    String key = request.getExchangeId().toString();
    await().atMost(RunningService.PATIENCE).until(() -> !norway.deadLetters(key).isEmpty());
    assertThat(norway.deadLetters(key))
        .singleElement()
        .satisfies(l -> assertThat(l.header(DeadLetters.REASON)).contains(reason.name()));
  }

  private static RawRecord awaitLetter(String mark) {
    await().atMost(RunningService.PATIENCE).until(() -> letters(mark).size() == 1);
    return letters(mark).getFirst();
  }

  private static List<RawRecord> letters(String mark) {
    return norway.exchange().topics().readAll(Norway.DEAD_LETTERS).stream()
        .filter(l -> Objects.equals(l.header("x-mark").orElse(null), mark))
        .toList();
  }

  private static void awaitRejection(Rejection reason) {
    await()
        .atMost(RunningService.PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        norway
                            .exchange()
                            .all(TopicCatalogue.AUDIT_EVENT, Norway.EE)
                            .map(event -> event.body()))
                    .extracting(AuditEvent::getAction, AuditEvent::getOutcome)
                    .contains(tuple(AuditAction.REJECTED, reason.name())));
  }

  private static Arguments bad(String what, Rejection reason, UnaryOperator<RawRecord> spoil) {
    return arguments(what, reason, spoil);
  }

  private static RawRecord header(String name, @Nullable String value, RawRecord raw) {
    return withHeader(new Header(name, value == null ? null : bytes(value)), raw);
  }

  private static RawRecord withoutHeaders(RawRecord raw) {
    return new RawRecord(raw.topic(), 0, 0, 0, raw.key(), raw.value(), List.of());
  }

  private static RawRecord withSchemaId(int id, RawRecord raw) {
    byte[] value = Objects.requireNonNull(raw.value()).clone();
    ByteBuffer.wrap(value).putInt(1, id);
    return withValue(value, raw);
  }

  private static byte[] half(RawRecord raw) {
    byte[] value = Objects.requireNonNull(raw.value());
    return Arrays.copyOf(value, value.length / 2);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
