package eu.digitalnorth.portal;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.envelope.RawRecord;
import eu.digitalnorth.messaging.envelope.Rejection;
import eu.digitalnorth.messaging.fixture.ExchangeFixture;
import eu.digitalnorth.messaging.fixture.ExchangeFixture.Received;
import eu.digitalnorth.messaging.fixture.RawTopics;
import eu.digitalnorth.messaging.inbox.DeadLetters;
import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.messaging.topic.Topic;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.portal.testing.Estonia;
import eu.digitalnorth.portal.testing.Portal;
import eu.digitalnorth.portal.testing.Requests;
import eu.digitalnorth.portal.testing.World;
import eu.digitalnorth.schemas.audit.AuditAction;
import eu.digitalnorth.schemas.audit.AuditEvent;
import eu.digitalnorth.schemas.eid.AttestationRefusalReason;
import eu.digitalnorth.schemas.eid.AttestationRequest;
import eu.digitalnorth.schemas.eid.AttestationResponse;
import eu.digitalnorth.schemas.evidence.EvidenceRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What goes wrong on the portal's inboxes, and that the traffic goes on. */
class PortalFaultsIT {
  private static final CountryCode NORWAY = CountryCode.of("NO");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final World world = World.shared();
  private final ExchangeFixture exchanges = world.exchange();
  private final Portal portal = world.norway();
  private final Estonia estonia = new Estonia(world, "NO");

  @Test
  void aDuplicateResponseChangesNothing() {
    UUID exchange = portal.start(Requests.diploma());
    AttestationResponse response = estonia.issued(estonia.attestationRequest(exchange), a -> {});
    RawRecord record = estonia.record(UUID.randomUUID(), response);

    exchanges.topics().publish(record, record);
    completes(exchange);

    assertThat(estonia.evidenceRequests(exchange, 1))
        .extracting(request -> request.envelope().id())
        .hasSizeBetween(1, 2) // sent again, it is the same message
        .containsOnly(estonia.evidenceRequests(exchange, 1).getFirst().envelope().id());
    assertThat(audited(exchange, AuditAction.RECEIVED)).hasSize(2);
  }

  @Test
  void aSecondAnswerOfAnotherIdIsLate() {
    UUID exchange = portal.start(Requests.diploma());
    Received<AttestationRequest> request = estonia.attestationRequest(exchange);
    estonia.send(estonia.issued(request, a -> {}));
    estonia.evidenceRequests(exchange, 1);

    UUID second = estonia.send(estonia.refused(request, AttestationRefusalReason.ACCESS_DENIED));

    assertThat(awaitAudited(exchange, AuditAction.LATE).getMessageId()).isEqualTo(second);
    completes(exchange);
  }

  @Test
  void anAnswerAfterTheEndIsAuditedAsLateAndChangesNothing() {
    UUID exchange = portal.start(Requests.diplomaWithin("PT0.001S"));
    Received<AttestationRequest> request = estonia.attestationRequest(exchange);
    portal.await(exchange, "EXPIRED");

    estonia.send(estonia.issued(request, a -> {}));

    assertThat(awaitAudited(exchange, AuditAction.LATE).getOutcome()).isEqualTo("EXPIRED");
    String shown = portal.show(exchange);
    assertThatJson(shown).node("state").isEqualTo("EXPIRED");
    assertThatJson(shown).inPath("timeline[*].kind").isArray().endsWith("ANSWERED_LATE");
  }

  @Test
  void anAnswerOfAnUnknownExchangeIsAuditedAndIgnored() {
    UUID known = portal.start(Requests.diploma());
    AttestationResponse response =
        estonia.refused(estonia.attestationRequest(known), AttestationRefusalReason.ACCESS_DENIED);
    UUID unknown = UUID.randomUUID();
    response.setExchangeId(unknown);

    estonia.send(response);

    assertThat(awaitAudited(unknown, AuditAction.LATE).getOutcome()).isEqualTo("UNKNOWN_EXCHANGE");
    assertThat(portal.get("/api/exchanges/" + unknown).statusCode()).isEqualTo(404);
    assertThatJson(portal.show(known)).node("state").isEqualTo("ATTESTATION_REQUESTED");
  }

  @Test
  void anAnswerToARequestThatWasNotMadeIsADeadLetter() {
    UUID exchange = portal.start(Requests.diploma());
    AttestationResponse response =
        estonia.refused(
            estonia.attestationRequest(exchange), AttestationRefusalReason.ACCESS_DENIED);
    response.setRequestId(UUID.randomUUID());

    estonia.send(response);

    RawRecord letter = awaitDeadLetter(TopicCatalogue.ATTESTATION_RESPONSE, exchange.toString());
    assertThat(letter.header(DeadLetters.REASON)).hasValue(Rejection.INCONSISTENT.name());
    assertThatJson(portal.show(exchange)).node("state").isEqualTo("ATTESTATION_REQUESTED");
  }

  @Test
  void garbageIsADeadLetterWithItsBytesWhileTheTrafficGoesOn() {
    UUID exchange = portal.start(Requests.diploma());
    String key = "garbage-" + UUID.randomUUID();
    byte[] garbage = {42, 0, 7, -1};

    exchanges.topics().publish(raw(key, garbage));
    estonia.send(estonia.issued(estonia.attestationRequest(exchange), a -> {}));
    completes(exchange);

    RawRecord letter = awaitDeadLetter(TopicCatalogue.EVIDENCE_RESPONSE, key);
    assertThat(letter.value()).isEqualTo(garbage);
    assertThat(letter.header(DeadLetters.REASON)).hasValue(Rejection.BAD_HEADER.name());
  }

  @Test
  void anUnknownSchemaIdIsADeadLetter() {
    UUID exchange = portal.start(Requests.diploma());
    AttestationResponse response = estonia.issued(estonia.attestationRequest(exchange), a -> {});
    RawRecord good = estonia.record(UUID.randomUUID(), response);
    byte[] value = Objects.requireNonNull(good.value()).clone();
    ByteBuffer.wrap(value).putInt(1, 987_654_321);

    exchanges
        .topics()
        .publish(
            new RawRecord(good.topic(), good.partition(), 0, 0, good.key(), value, good.headers()));

    RawRecord letter = awaitDeadLetter(TopicCatalogue.ATTESTATION_RESPONSE, exchange.toString());
    assertThat(letter.header(DeadLetters.REASON)).hasValue(Rejection.UNKNOWN_SCHEMA.name());
    assertThat(letter.value()).isEqualTo(value);
    estonia.send(response);
    completes(exchange);
  }

  private void completes(UUID exchange) {
    Received<EvidenceRequest> request = estonia.evidenceRequests(exchange, 1).getFirst();
    estonia.send(estonia.provided(request));
    portal.await(exchange, "COMPLETED");
  }

  private AuditEvent awaitAudited(UUID exchange, AuditAction action) {
    return Awaitility.await("audit event " + action)
        .atMost(PATIENCE)
        .until(() -> audited(exchange, action), events -> !events.isEmpty())
        .getFirst();
  }

  private List<AuditEvent> audited(UUID exchange, AuditAction action) {
    return exchanges.messages(TopicCatalogue.AUDIT_EVENT, NORWAY, exchange.toString()).stream()
        .map(Received::body)
        .filter(event -> event.getAction() == action)
        .distinct()
        .toList();
  }

  private RawRecord awaitDeadLetter(Topic<?> source, String key) {
    String topic = TopicCatalogue.deadLetters(NORWAY, Service.PORTAL, source);
    return Awaitility.await("a dead letter on " + topic)
        .atMost(PATIENCE)
        .until(() -> exchanges.deadLetters(topic, key), letters -> !letters.isEmpty())
        .getFirst();
  }

  private static RawRecord raw(String key, byte[] value) {
    return new RawRecord(
        TopicCatalogue.EVIDENCE_RESPONSE.nameFor(NORWAY),
        RawTopics.BY_KEY,
        0,
        0,
        key.getBytes(StandardCharsets.UTF_8),
        value,
        List.of());
  }
}
