package eu.digitalnorth.messaging.delivery;

import static eu.digitalnorth.messaging.delivery.Norway.withHeader;
import static eu.digitalnorth.messaging.delivery.Norway.withValue;
import static eu.digitalnorth.messaging.delivery.Norway.withoutHeader;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.envelope.CloudEventHeaders;
import eu.digitalnorth.messaging.envelope.Header;
import eu.digitalnorth.messaging.envelope.RawRecord;
import eu.digitalnorth.messaging.envelope.Rejection;
import eu.digitalnorth.messaging.envelope.Source;
import eu.digitalnorth.messaging.inbox.DeadLetters;
import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.schemas.SchemaHash;
import eu.digitalnorth.schemas.audit.AuditAction;
import eu.digitalnorth.schemas.eid.AttestationRequest;
import eu.digitalnorth.trust.KeyDirectory;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Forged records are refused, audited and put aside, and never handled; good ones go on. */
class SignatureIT {
  private static final CountryCode SE = CountryCode.of("se");
  private static final String SIGNATURE = "signature";

  @TempDir private static Path elsewhere;

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

  static Stream<Arguments> forgeries() {
    return Stream.of(
        forgery("a changed body", Rejection.BAD_SIGNATURE, SignatureIT::withLastByteFlipped),
        forgery("a changed time", Rejection.BAD_SIGNATURE, r -> replaced("ce_time", earlier(), r)),
        forgery("a changed id", Rejection.BAD_SIGNATURE, r -> replaced("ce_id", uuid(), r)),
        forgery(
            "another country as the sender",
            Rejection.UNTRUSTED_KEY,
            r -> replaced("ce_source", "urn:digital-north:se:portal", r)),
        forgery(
            "another schema, named",
            Rejection.BAD_SIGNATURE,
            r -> replaced("ce_dataschema", otherSchema(), r)),
        forgery(
            "another schema, named and signed",
            Rejection.INCONSISTENT,
            r -> norway.exchange().signedAnew(replaced("ce_dataschema", otherSchema(), r))),
        forgery("no signature", Rejection.BAD_SIGNATURE, r -> withoutHeader(SIGNATURE, r)),
        forgery("no such signature", Rejection.BAD_SIGNATURE, r -> replaced(SIGNATURE, "x", r)),
        forgery(
            "the signature of another record",
            Rejection.BAD_SIGNATURE,
            r -> replaced(SIGNATURE, signature(request()), r)),
        forgery(
            "a signature of another service's key",
            Rejection.UNTRUSTED_KEY,
            r -> signedBy(new Source(Norway.NO, "registry"), r)),
        forgery(
            "a signature of another country's key",
            Rejection.UNTRUSTED_KEY,
            r -> signedBy(new Source(SE, "portal"), r)),
        forgery(
            "a second header, which other readers may believe",
            Rejection.BAD_HEADER,
            SignatureIT::withTwoIds),
        forgery(
            "a key that no trusted anchor vouches for",
            Rejection.UNTRUSTED_KEY,
            SignatureIT::signedElsewhere));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("forgeries")
  void aForgedRecordIsPutAside(String what, Rejection reason, UnaryOperator<RawRecord> forge) {
    String mark = uuid();
    RawRecord forged = withHeader(Header.of("x-mark", mark), forge.apply(request()));

    norway.send(forged);

    await().atMost(RunningService.PATIENCE).until(() -> letters(mark).size() == 1);
    assertThat(letters(mark).getFirst().header(DeadLetters.REASON)).contains(reason.name());
    assertThat(letters(mark).getFirst().value()).isEqualTo(forged.value());
    assertThat(norway.responses(exchangeOf(forged))).isEmpty();
  }

  @Test
  void aRecordIsGoodOnlyInTheInboxThatItWasSignedFor() {
    RawRecord request = request();
    RawRecord copied =
        new RawRecord(
            TopicCatalogue.EVIDENCE_REQUEST.nameFor(Norway.NO),
            request.partition(),
            0,
            0,
            request.key(),
            request.value(),
            request.headers());

    norway.send(copied);

    String letters =
        TopicCatalogue.deadLetters(Norway.NO, Service.EVIDENCE, TopicCatalogue.EVIDENCE_REQUEST);
    String key = exchangeOf(request).toString();
    await()
        .atMost(RunningService.PATIENCE)
        .until(() -> norway.exchange().deadLetters(letters, key).size() == 1);
    assertThat(norway.exchange().deadLetters(letters, key).getFirst().header(DeadLetters.REASON))
        .contains(Rejection.BAD_SIGNATURE.name());
  }

  @Test
  void aForgedRecordHidesNoGoodOneWithTheSameId() {
    RawRecord good = request();

    norway.send(withLastByteFlipped(good), good);

    await()
        .atMost(RunningService.PATIENCE)
        .until(() -> norway.responses(exchangeOf(good)).size() == 1);
  }

  @Test
  void theLedgerIsToldOfAForgedRecordAndOfNothingInIt() {
    RawRecord forged = withLastByteFlipped(request());

    norway.send(forged);

    await()
        .atMost(RunningService.PATIENCE)
        .until(
            () ->
                norway
                    .exchange()
                    .all(TopicCatalogue.AUDIT_EVENT, Norway.EE)
                    .anyMatch(
                        event ->
                            event.body().getAction() == AuditAction.REJECTED
                                && event.body().getSubject() == null
                                && Rejection.BAD_SIGNATURE
                                    .name()
                                    .equals(event.body().getOutcome())));
  }

  private static RawRecord request() {
    return norway.request(UUID.randomUUID(), Requests.ordinary(UUID.randomUUID()));
  }

  private static RawRecord signedBy(Source other, RawRecord record) {
    RawRecord inOthersName =
        norway.exchange().signedAnew(replaced("ce_source", other.toString(), record));
    return replaced(SIGNATURE, signature(inOthersName), record);
  }

  /** By a Norway of somebody's own making, that also publishes what its anchor says. */
  private static RawRecord signedElsewhere(RawRecord record) {
    KeyDirectory madeUp = new KeyDirectory(elsewhere);
    madeUp.createMissing(List.of(Norway.NO));
    norway.exchange().publishKeys(Norway.NO, madeUp);
    return norway.exchange().signedAnew(record, madeUp);
  }

  private static RawRecord withTwoIds(RawRecord record) {
    List<Header> headers =
        Stream.concat(Stream.of(Header.of("ce_id", uuid())), record.headers().stream()).toList();
    return new RawRecord(
        record.topic(), record.partition(), 0, 0, record.key(), record.value(), headers);
  }

  private static RawRecord withLastByteFlipped(RawRecord record) {
    byte[] value = Objects.requireNonNull(record.value()).clone();
    value[value.length - 1] ^= 1;
    return withValue(value, record);
  }

  private static RawRecord replaced(String header, String value, RawRecord record) {
    return withHeader(Header.of(header, value), record);
  }

  private static String signature(RawRecord record) {
    return record.header(SIGNATURE).orElseThrow();
  }

  private static String earlier() {
    return CloudEventHeaders.toMillis(java.time.Instant.now().minusSeconds(1)).toString();
  }

  private static String otherSchema() {
    return SchemaHash.urn(AttestationRequest.getClassSchema());
  }

  private static String uuid() {
    return UUID.randomUUID().toString();
  }

  private static UUID exchangeOf(RawRecord record) {
    return UUID.fromString(record.header("ce_subject").orElseThrow());
  }

  private static List<RawRecord> letters(String mark) {
    return norway.exchange().topics().readAll(Norway.DEAD_LETTERS).stream()
        .filter(letter -> letter.header("x-mark").filter(mark::equals).isPresent())
        .toList();
  }

  private static Arguments forgery(String what, Rejection reason, UnaryOperator<RawRecord> forge) {
    return arguments(what, reason, forge);
  }
}
