package eu.digitalnorth.attestation;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.codec.PersonalParts;
import eu.digitalnorth.messaging.envelope.RawRecord;
import eu.digitalnorth.messaging.envelope.Source;
import eu.digitalnorth.messaging.fixture.ExchangeFixture;
import eu.digitalnorth.messaging.fixture.ExchangeFixture.Received;
import eu.digitalnorth.messaging.fixture.RawTopics;
import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.restsecurity.fixture.TestIssuer;
import eu.digitalnorth.schemas.audit.AuditEvent;
import eu.digitalnorth.schemas.eid.AttestationRequest;
import eu.digitalnorth.schemas.eid.AttestationResponse;
import eu.digitalnorth.schemas.eid.LoginHint;
import eu.digitalnorth.schemas.wire.Authority;
import eu.digitalnorth.schemas.wire.LevelOfAssurance;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The service on real servers, seen from outside: Estonia, whose citizens approve by policy, and
 * Lithuania, whose citizens are asked. Norway is the one who requests.
 */
final class AttestationUnderTest implements AutoCloseable {
  static final CountryCode ESTONIA = new CountryCode("EE");
  static final CountryCode LITHUANIA = new CountryCode("LT");
  static final CountryCode NORWAY = new CountryCode("NO");
  static final String INBOX = TopicCatalogue.ATTESTATION_REQUEST.nameFor(ESTONIA);
  static final String DEAD_LETTERS =
      TopicCatalogue.deadLetters(ESTONIA, Service.ATTESTATION, TopicCatalogue.ATTESTATION_REQUEST);

  final ExchangeFixture exchange = ExchangeFixture.between("ee", "lt", "no");
  final Registered estonians = new Registered(ESTONIA, exchange);
  final Registered lithuanians = new Registered(LITHUANIA, exchange);
  final EidApp app;
  private final ConfigurableApplicationContext service;

  AttestationUnderTest() {
    estonians.publish();
    lithuanians.publish();
    service = start(exchange.properties(Service.ATTESTATION));
    app = new EidApp(port(), citizens());
  }

  /** The app of somebody else than the citizens. */
  EidApp appOf(String token) {
    return new EidApp(port(), Map.of("ee", token, "lt", token, "se", token));
  }

  EidApp appOfNobody() {
    return new EidApp(port(), Map.of());
  }

  private String port() {
    return String.valueOf(service.getEnvironment().getProperty("local.server.port"));
  }

  /** Tokens of the citizen of each country. */
  private Map<String, String> citizens() {
    String lithuanian = lithuanians.token(lithuanians.citizen());
    return Map.of("ee", estonians.token(estonians.citizen()), "lt", lithuanian, "se", lithuanian);
  }

  /** For the citizen, in time, without optional attributes. */
  AttestationRequest.Builder request(CountryCode country, Registered people, String identifier) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    return AttestationRequest.newBuilder()
        .setExchangeId(UUID.randomUUID())
        .setRequester(new Authority(NORWAY.value(), "NO:university-admissions", "Samordna opptak"))
        .setAttestingCountry(country.value())
        .setProcedure("T2")
        .setLevelOfAssurance(LevelOfAssurance.HIGH)
        .setLoginHint(
            PersonalParts.seal(new LoginHint(people.personScheme(), identifier, null, null)))
        .setBindingMessage("W4SCT")
        .setIssuedAt(now)
        .setExpiresAt(now.plusSeconds(300));
  }

  AttestationRequest.Builder requestFor(String estonian) {
    return request(ESTONIA, estonians, estonian);
  }

  /** What Norway's portal sends. */
  RawRecord message(AttestationRequest body) {
    return messageOf(NORWAY, body);
  }

  RawRecord messageOf(CountryCode sender, AttestationRequest body) {
    return exchange.record(
        UUID.randomUUID(),
        TopicCatalogue.ATTESTATION_REQUEST,
        new CountryCode(body.getAttestingCountry()),
        new Source(sender, "portal"),
        body.getExchangeId().toString(),
        body);
  }

  void send(RawRecord record) {
    exchange.topics().publish(record);
  }

  /** Sends a request and waits for its answer. */
  AttestationResponse ask(AttestationRequest body) {
    send(message(body));
    return answer(body);
  }

  AttestationResponse answer(AttestationRequest body) {
    return answers(body, 1).getFirst().body();
  }

  /** Waits for so many answers. */
  List<Received<AttestationResponse>> answers(AttestationRequest body, int count) {
    return patiently().until(() -> answersSoFar(body), found -> found.size() >= count);
  }

  List<Received<AttestationResponse>> answersSoFar(AttestationRequest body) {
    return exchange.messages(
        TopicCatalogue.ATTESTATION_RESPONSE, NORWAY, body.getExchangeId().toString());
  }

  /** Waits for so much that Estonia's ledger is told of an exchange. */
  List<AuditEvent> ledger(UUID exchangeId, int count) {
    return patiently()
        .until(
            () -> exchange.messages(TopicCatalogue.AUDIT_EVENT, ESTONIA, exchangeId.toString()),
            found -> found.size() >= count)
        .stream()
        .map(Received::body)
        .toList();
  }

  /** Waits for the dead letter of a record. */
  RawRecord deadLetter(RawRecord record) {
    String key = String.valueOf(RawTopics.keyOf(record));
    return patiently()
        .until(() -> exchange.deadLetters(DEAD_LETTERS, key), found -> !found.isEmpty())
        .getFirst();
  }

  static ConditionFactory patiently() {
    return Awaitility.await().atMost(Duration.ofSeconds(60));
  }

  @Override
  public void close() {
    service.close();
  }

  private static ConfigurableApplicationContext start(Map<String, String> properties) {
    Map<String, String> settings = new TreeMap<>(properties);
    settings.put("exchange.countries", "ee,lt");
    settings.put("exchange.attestation.policies.lt", "manual");
    settings.put("server.port", "0");
    settings.putAll(TestIssuer.shared().settings());
    return new SpringApplicationBuilder(AttestationApplication.class)
        .properties("spring.config.name=attestation")
        .run(
            settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + '=' + setting.getValue())
                .toArray(String[]::new));
  }
}
