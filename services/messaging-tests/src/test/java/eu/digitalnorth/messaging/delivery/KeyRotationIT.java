package eu.digitalnorth.messaging.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.envelope.RawRecord;
import eu.digitalnorth.messaging.envelope.Rejection;
import eu.digitalnorth.messaging.envelope.Source;
import eu.digitalnorth.messaging.inbox.DeadLetters;
import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.trust.key.CountryKeys;
import eu.digitalnorth.trust.key.KeyId;
import eu.digitalnorth.trust.key.KeyPurpose;
import eu.digitalnorth.trust.key.KeyUse;
import eu.digitalnorth.trust.signature.MessageSignature;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Keys are rotated and revoked while a service runs, and it follows. */
class KeyRotationIT {
  /** Nobody else's tests send in its name. */
  private static final CountryCode LT = CountryCode.of("lt");

  private static final Source PORTAL = new Source(LT, "portal");
  private static final KeyUse USE = new KeyUse("portal", KeyPurpose.MESSAGE_SIGNATURE);

  private static Norway exchange;
  private static RunningService service;

  @BeforeAll
  static void start() {
    exchange = Norway.ready();
    service = RunningService.start(exchange.exchange().properties(Service.EVIDENCE));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void aMessageWaitsForTheStatementAboutItsKey() {
    KeyId before = keyOf(request());
    lithuania().rotate(List.of(USE));
    RawRecord request = awaitRequestWithOtherKeyThan(before);

    exchange.send(request);
    exchange.exchange().publishKeys(LT, exchange.exchange().keys());

    awaitAnswer(request);
  }

  @Test
  void whatWasSignedBeforeARotationIsGoodAfterIt() {
    RawRecord before = request();
    lithuania().rotate(List.of(USE));
    exchange.exchange().publishKeys(LT, exchange.exchange().keys());
    RawRecord after = awaitRequestWithOtherKeyThan(keyOf(before));

    exchange.send(before, after);

    awaitAnswer(before);
    awaitAnswer(after);
  }

  @Test
  void aRevokedKeyIsGoodForNothingAndItsSuccessorIs() {
    RawRecord before = request();
    exchange.send(before);
    awaitAnswer(before);
    RawRecord signedEarlier = request();

    lithuania().revoke(keyOf(before));
    exchange.exchange().publishKeys(LT, exchange.exchange().keys());
    RawRecord after = awaitRequestWithOtherKeyThan(keyOf(before));
    exchange.send(after);
    awaitAnswer(after);
    exchange.send(signedEarlier);

    String key = signedEarlier.header("ce_subject").orElseThrow();
    await().atMost(RunningService.PATIENCE).until(() -> exchange.deadLetters(key).size() == 1);
    assertThat(exchange.deadLetters(key).getFirst().header(DeadLetters.REASON))
        .contains(Rejection.UNTRUSTED_KEY.name());
  }

  private static CountryKeys lithuania() {
    return exchange.exchange().keys().operate(LT);
  }

  /** The signer looks for new keys now and then. */
  private static RawRecord awaitRequestWithOtherKeyThan(KeyId old) {
    return await()
        .atMost(Duration.ofSeconds(10))
        .until(KeyRotationIT::request, request -> !keyOf(request).equals(old));
  }

  private static RawRecord request() {
    UUID exchangeId = UUID.randomUUID();
    return exchange
        .exchange()
        .record(
            UUID.randomUUID(),
            TopicCatalogue.EVIDENCE_REQUEST,
            Norway.EE,
            PORTAL,
            exchangeId.toString(),
            Requests.ordinary(exchangeId));
  }

  private static KeyId keyOf(RawRecord record) {
    return record
        .header(MessageSignature.HEADER)
        .flatMap(MessageSignature::parse)
        .orElseThrow()
        .keyId();
  }

  private static void awaitAnswer(RawRecord request) {
    UUID exchangeId = UUID.fromString(request.header("ce_subject").orElseThrow());
    await().atMost(RunningService.PATIENCE).until(() -> exchange.responses(exchangeId).size() == 1);
  }
}
