package eu.digitalnorth.audit;

import static org.awaitility.Awaitility.await;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.envelope.RawRecord;
import eu.digitalnorth.messaging.envelope.Source;
import eu.digitalnorth.messaging.fixture.ExchangeFixture;
import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.restsecurity.fixture.TestIssuer;
import eu.digitalnorth.schemas.audit.AuditEvent;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * The service from outside: audit events in by Kafka, answers out by HTTP. Three consumers per
 * country, so that partitions are appended to one ledger at the same time.
 */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {"spring.config.name=audit", "exchange.kafka.concurrency=3"})
abstract class RunningAudit {
  static final CountryCode ESTONIA = CountryCode.of("EE");
  static final CountryCode NORWAY = CountryCode.of("NO");
  static final String ESTONIAN_TOPIC = TopicCatalogue.AUDIT_EVENT.nameFor(ESTONIA);
  static final ExchangeFixture EXCHANGES = ExchangeFixture.between("ee", "no");

  final UUID exchange = UUID.randomUUID();

  @LocalServerPort private int port;

  @DynamicPropertySource
  static void servers(DynamicPropertyRegistry registry) {
    TestIssuer.shared().settings().forEach((name, value) -> registry.add(name, () -> value));
    EXCHANGES.properties(Service.AUDIT).forEach((name, value) -> registry.add(name, () -> value));
  }

  @BeforeEach
  void awaitInboxes() {
    await().atMost(Duration.ofSeconds(60)).until(() -> api().isReady());
  }

  /** As the supervisor of the ledger that is asked. */
  AuditApi api() {
    return new AuditApi(port, null);
  }

  /** As somebody in particular. */
  AuditApi apiOf(String token) {
    return new AuditApi(port, token);
  }

  /** The record with which the event's service sends it. */
  static RawRecord record(UUID eventId, AuditEvent event) {
    CountryCode country = CountryCode.of(event.getCountry());
    return record(eventId, country, new Source(country, event.getService()), event);
  }

  static RawRecord record(UUID eventId, CountryCode owner, Source sender, AuditEvent event) {
    String key = String.valueOf(event.getExchangeId());
    return EXCHANGES.record(eventId, TopicCatalogue.AUDIT_EVENT, owner, sender, key, event);
  }

  static RawRecord record(AuditEvent.Builder event) {
    return record(UUID.randomUUID(), event.build());
  }

  static void publish(List<RawRecord> records) {
    EXCHANGES.topics().publish(records.toArray(RawRecord[]::new));
  }

  /** Entries of this test's exchange in Estonia's ledger, once there are so many. */
  JsonNode awaitEntries(int count) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> api().entriesOf("ee", exchange), entries -> entries.size() == count);
  }

  /** What became of a record of this test's exchange that was refused. */
  RawRecord awaitDeadLetter() {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> EXCHANGES.deadLetters("ee.dlt.audit." + ESTONIAN_TOPIC, exchange.toString()),
            letters -> !letters.isEmpty())
        .getLast();
  }
}
