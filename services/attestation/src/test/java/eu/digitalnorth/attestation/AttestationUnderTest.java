package eu.digitalnorth.attestation;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.envelope.RawRecord;
import eu.digitalnorth.messaging.envelope.RejectedRecordException;
import eu.digitalnorth.messaging.envelope.Source;
import eu.digitalnorth.messaging.fixture.ExchangeFixture;
import eu.digitalnorth.messaging.fixture.ExchangeFixture.Received;
import eu.digitalnorth.messaging.fixture.Personal;
import eu.digitalnorth.messaging.fixture.RawTopics;
import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.restsecurity.fixture.TestIssuer;
import eu.digitalnorth.schemas.audit.AuditEvent;
import eu.digitalnorth.schemas.eid.AttestationRequest;
import eu.digitalnorth.schemas.eid.AttestationResponse;
import eu.digitalnorth.schemas.eid.AttestationStatus;
import eu.digitalnorth.schemas.eid.LoginHint;
import eu.digitalnorth.schemas.wire.Authority;
import eu.digitalnorth.schemas.wire.LevelOfAssurance;
import eu.digitalnorth.trust.attestation.Attestation;
import eu.digitalnorth.trust.attestation.AttestationOutcome;
import eu.digitalnorth.trust.attestation.AttestationVerifier;
import eu.digitalnorth.trust.attestation.Expected;
import eu.digitalnorth.trust.status.Status;
import eu.digitalnorth.trust.status.StatusListOutcome;
import eu.digitalnorth.trust.status.StatusListVerifier;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

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
  private final Map<String, String> settings;

  /** Topics are shared, and a name like this one's is nobody else's. */
  private final String publicUrl = "https://" + UUID.randomUUID() + ".test";

  private final ConfigurableApplicationContext service;

  AttestationUnderTest() {
    estonians.publish();
    lithuanians.publish();
    settings = exchange.properties(Service.ATTESTATION);
    settings.put("exchange.attestation.public-url", publicUrl);
    service = start(settings);
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
    UUID exchangeId = UUID.randomUUID();
    return AttestationRequest.newBuilder()
        .setExchangeId(exchangeId)
        .setRequester(new Authority(NORWAY.value(), "NO:university-admissions", "Samordna opptak"))
        .setAttestingCountry(country.value())
        .setProcedure("T2")
        .setLevelOfAssurance(LevelOfAssurance.HIGH)
        .setLoginHint(
            Personal.sealedTo(
                country, new LoginHint(people.personScheme(), identifier, null, null), exchangeId))
        .setResponseKey(Personal.responseKey())
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

  /** The attestation in an answer to the university, as it came. */
  static String token(AttestationResponse response) {
    try {
      return Personal.answeredAttestation(
          response.getIssued().getAttestation(), response.getExchangeId());
    } catch (RejectedRecordException e) {
      throw new AssertionError(e);
    }
  }

  /** The same, verified as the university's portal does. */
  static Attestation verified(AttestationResponse response) {
    CountryCode issuer = new CountryCode(response.getAttestingCountry());
    Expected expected =
        new Expected(
            issuer,
            new Source(issuer, "attestation").toString(),
            "NO:university-admissions",
            response.getExchangeId().toString());
    return switch (new AttestationVerifier(Personal.ring())
        .verify(token(response), expected, Instant.now())) {
      case AttestationOutcome.Verified(var attestation) -> attestation;
      case AttestationOutcome other -> throw new AssertionError(other);
    };
  }

  /** All that was published of the status list of an attestation, oldest first. */
  List<AttestationStatus> lists(Attestation attestation) {
    return exchange
        .messages(
            TopicCatalogue.ATTESTATION_STATUS,
            attestation.issuingCountry(),
            attestation.status().uri())
        .stream()
        .map(Received::body)
        .toList();
  }

  /** The name of a status list of this service. */
  String list(CountryCode country, int number) {
    return publicUrl + "/api/eid/" + country.lower() + "/status-lists/" + number;
  }

  /** What its country says of an attestation by now; empty as long as it says nothing. */
  Optional<Status> status(Attestation attestation) {
    return lists(attestation).stream()
        .reduce((one, next) -> next)
        .flatMap(list -> status(list, attestation));
  }

  private static Optional<Status> status(AttestationStatus list, Attestation attestation) {
    StatusListOutcome outcome =
        new StatusListVerifier(Personal.ring())
            .verify(list.getToken(), attestation.issuingCountry(), list.getUri(), Instant.now());
    return switch (outcome) {
      case StatusListOutcome.Verified(var token) -> token.list().get(attestation.status().index());
      case StatusListOutcome other -> Optional.empty(); // one that nobody believes says nothing
    };
  }

  void awaitStatus(Attestation attestation, Status expected) {
    patiently().until(() -> status(attestation), Optional.of(expected)::equals);
  }

  /** Its database. */
  JdbcClient jdbc() {
    return service.getBean(JdbcClient.class);
  }

  /** Another instance on the same database; the caller closes it. */
  ConfigurableApplicationContext secondInstance() {
    return start(settings);
  }

  /** A client of another instance. */
  EidApp appOf(ConfigurableApplicationContext instance) {
    return new EidApp(
        String.valueOf(instance.getEnvironment().getProperty("local.server.port")), citizens());
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
