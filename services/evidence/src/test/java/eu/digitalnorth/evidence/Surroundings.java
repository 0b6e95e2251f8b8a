package eu.digitalnorth.evidence;

import static eu.digitalnorth.messaging.fixture.ExchangeFixture.Received;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.envelope.CloudEventHeaders;
import eu.digitalnorth.messaging.envelope.Header;
import eu.digitalnorth.messaging.envelope.RawRecord;
import eu.digitalnorth.messaging.envelope.Source;
import eu.digitalnorth.messaging.fixture.ExchangeFixture;
import eu.digitalnorth.messaging.fixture.Personal;
import eu.digitalnorth.messaging.fixture.RawTopics;
import eu.digitalnorth.messaging.fixture.TestEid;
import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.schemas.audit.AuditAction;
import eu.digitalnorth.schemas.audit.AuditEvent;
import eu.digitalnorth.schemas.eid.AttestationStatus;
import eu.digitalnorth.schemas.evidence.EvidenceRequest;
import eu.digitalnorth.schemas.evidence.EvidenceResponse;
import eu.digitalnorth.schemas.register.Company;
import eu.digitalnorth.schemas.register.CompanyChange;
import eu.digitalnorth.schemas.register.Person;
import eu.digitalnorth.schemas.register.PersonChange;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that is around Estonia's evidence service: its registry, the attesting countries, and
 * Norway's portal.
 */
final class Surroundings {
  static final CountryCode EE = new CountryCode("EE");
  static final CountryCode NO = new CountryCode("NO");
  static final CountryCode FI = new CountryCode("FI");
  static final CountryCode LV = new CountryCode("LV");
  static final CountryCode LT = new CountryCode("LT");
  static final Source PORTAL = new Source(NO, "portal");

  private static final Source REGISTRY = new Source(EE, "registry");
  private static final String DEAD_LETTERS =
      TopicCatalogue.deadLetters(EE, Service.EVIDENCE, TopicCatalogue.EVIDENCE_REQUEST);

  private final ExchangeFixture exchange = ExchangeFixture.between("ee", "no", "fi");
  private final TestEid estonia = new TestEid(EE);

  Surroundings() {
    publish(estonia);
  }

  /** Settings of a service that serves Estonia only, with a new database. */
  Map<String, String> properties() {
    Map<String, String> properties = new TreeMap<>(exchange.properties(Service.EVIDENCE));
    properties.put("exchange.countries", "ee");
    return properties;
  }

  String pseudonym(String scheme, String identifier) {
    return exchange.keys().pseudonyms(EE).of(scheme, identifier);
  }

  void register(Person person, long version) {
    String subject = pseudonym(person.getIdentifierScheme(), person.getIdentifier());
    List<String> aliases =
        person.getForeignIdentifiers().stream()
            .map(foreign -> pseudonym(foreign.getScheme(), foreign.getIdentifier()))
            .toList();
    exchange.publish(
        TopicCatalogue.PERSON_CHANGE,
        EE,
        REGISTRY,
        subject,
        new PersonChange(
            "EE",
            subject,
            aliases,
            version,
            Fixtures.now(),
            Personal.sealedTo(EE, person, subject)));
  }

  void register(Company company, long version) {
    String subject = pseudonym(company.getIdentifierScheme(), company.getIdentifier());
    exchange.publish(
        TopicCatalogue.COMPANY_CHANGE,
        EE,
        REGISTRY,
        subject,
        new CompanyChange(
            "EE", subject, version, Fixtures.now(), Personal.sealedTo(EE, company, subject)));
  }

  /** The eID scheme of Estonia, whose status list is published. */
  TestEid estonia() {
    return estonia;
  }

  /** An eID scheme of a country, whose status list nobody published yet. */
  TestEid eid(CountryCode country) {
    return new TestEid(country);
  }

  void publish(TestEid eid) {
    eid.publish(exchange);
  }

  void publish(TestEid eid, AttestationStatus status) {
    eid.publish(exchange, status);
  }

  /** A request as Norway's portal sends it to Estonia. */
  RawRecord record(EvidenceRequest request) {
    return record(request, PORTAL);
  }

  RawRecord record(EvidenceRequest request, Source sender) {
    return exchange.record(
        UUID.randomUUID(),
        TopicCatalogue.EVIDENCE_REQUEST,
        EE,
        sender,
        request.getExchangeId().toString(),
        request);
  }

  /** The same record with another value. */
  RawRecord signedAnew(RawRecord changed) {
    return exchange.signedAnew(changed);
  }

  static RawRecord withValue(RawRecord record, byte[] value) {
    return new RawRecord(
        record.topic(),
        record.partition(),
        record.offset(),
        record.timestamp(),
        record.key(),
        value,
        record.headers());
  }

  /** A record of no format at all. */
  static RawRecord garbage(byte[] value) {
    List<Header> none = List.of();
    return new RawRecord(
        TopicCatalogue.EVIDENCE_REQUEST.nameFor(EE), RawTopics.BY_KEY, 0, 0, null, value, none);
  }

  void send(RawRecord... records) {
    exchange.topics().publish(records);
  }

  List<Received<EvidenceResponse>> responses(UUID exchangeId) {
    return exchange.messages(TopicCatalogue.EVIDENCE_RESPONSE, NO, exchangeId.toString());
  }

  /** All answers that are on Norway's topic by now, by exchange. */
  Map<UUID, List<RawRecord>> answers() {
    return exchange.topics().readAll(TopicCatalogue.EVIDENCE_RESPONSE.nameFor(NO)).stream()
        .collect(
            Collectors.groupingBy(raw -> UUID.fromString(raw.header("ce_subject").orElseThrow())));
  }

  /** All that a record holds, without where and when it stands on its topic. */
  static List<String> content(RawRecord raw) {
    HexFormat hex = HexFormat.of();
    Stream<String> headers =
        raw.headers().stream().map(h -> h.name() + '=' + hex.formatHex(h.value()));
    return Stream.concat(Stream.of(hex.formatHex(raw.key()), hex.formatHex(raw.value())), headers)
        .toList();
  }

  /** The decisions that the ledger was told of by now, by exchange; each once. */
  Map<UUID, Set<AuditEvent>> decisions() {
    return exchange
        .all(TopicCatalogue.AUDIT_EVENT, EE)
        .map(Received::body)
        .filter(event -> event.getAction() == AuditAction.DECIDED)
        .collect(Collectors.groupingBy(AuditEvent::getExchangeId, Collectors.toSet()));
  }

  /** What the ledger was told about an exchange; the same event twice if it was sent twice. */
  List<Received<AuditEvent>> ledger(UUID exchangeId) {
    return exchange.messages(TopicCatalogue.AUDIT_EVENT, EE, exchangeId.toString());
  }

  /** What the ledger was told about a record that names no exchange. */
  List<AuditEvent> ledgerOf(UUID messageId) {
    return exchange.messages(TopicCatalogue.AUDIT_EVENT, EE, messageId.toString()).stream()
        .map(Received::body)
        .toList();
  }

  List<RawRecord> deadLetters(RawRecord original) {
    return exchange.topics().readAll(DEAD_LETTERS).stream()
        .filter(letter -> Arrays.equals(letter.value(), original.value()))
        .toList();
  }

  static Instant millis(Instant instant) {
    return CloudEventHeaders.toMillis(instant);
  }
}
