package eu.digitalnorth.messaging.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.envelope.Source;
import eu.digitalnorth.messaging.fixture.ExchangeFixture;
import eu.digitalnorth.messaging.fixture.ExchangeFixture.Received;
import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.schemas.audit.AuditAction;
import eu.digitalnorth.schemas.audit.AuditEvent;
import eu.digitalnorth.schemas.evidence.EvidenceResponse;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ConfigurableApplicationContext;

/** One service that answers, one that asks: the ordinary way of a message. */
class MessagingIT {
  private static final CountryCode EE = CountryCode.of("ee");
  private static final CountryCode NO = CountryCode.of("no");
  private static final Source NORWEGIAN_PORTAL = new Source(NO, "portal");

  private static ExchangeFixture exchange;
  private static ConfigurableApplicationContext service;

  @BeforeAll
  static void start() {
    exchange = ExchangeFixture.between("ee", "no");
    service = TestService.start(exchange.properties(Service.EVIDENCE));
    await().atMost(Duration.ofSeconds(30)).until(() -> isReady());
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void aRequestIsAnsweredToTheRequestersCountry() {
    UUID exchangeId = UUID.randomUUID();

    UUID request =
        exchange.publish(
            TopicCatalogue.EVIDENCE_REQUEST,
            EE,
            NORWEGIAN_PORTAL,
            exchangeId.toString(),
            Requests.ordinary(exchangeId));

    await().untilAsserted(() -> assertThat(responses(exchangeId)).hasSize(1));
    Received<EvidenceResponse> response = responses(exchangeId).getFirst();
    assertThat(response.body().getRequestId()).isEqualTo(request);
    assertThat(response.envelope().source()).isEqualTo(new Source(EE, "evidence"));
  }

  @Test
  void theLedgerIsToldWhatWasReceivedDecidedAndSent() {
    UUID exchangeId = UUID.randomUUID();

    exchange.publish(
        TopicCatalogue.EVIDENCE_REQUEST,
        EE,
        NORWEGIAN_PORTAL,
        exchangeId.toString(),
        Requests.ordinary(exchangeId));

    await()
        .untilAsserted(
            () ->
                assertThat(events(exchangeId))
                    .extracting(event -> event.body().getAction())
                    .containsExactly(AuditAction.RECEIVED, AuditAction.DECIDED, AuditAction.SENT));
  }

  private static List<Received<EvidenceResponse>> responses(UUID exchangeId) {
    return exchange.messages(TopicCatalogue.EVIDENCE_RESPONSE, NO, exchangeId.toString());
  }

  private static List<Received<AuditEvent>> events(UUID exchangeId) {
    return exchange.messages(TopicCatalogue.AUDIT_EVENT, EE, exchangeId.toString());
  }

  private static boolean isReady() {
    HealthIndicator health = service.getBean("exchangeHealthIndicator", HealthIndicator.class);
    return Objects.equals(health.health(), Health.up().build());
  }
}
