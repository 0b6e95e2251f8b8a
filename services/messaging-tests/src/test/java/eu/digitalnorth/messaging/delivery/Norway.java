package eu.digitalnorth.messaging.delivery;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.envelope.Header;
import eu.digitalnorth.messaging.envelope.RawRecord;
import eu.digitalnorth.messaging.envelope.Source;
import eu.digitalnorth.messaging.fixture.ExchangeFixture;
import eu.digitalnorth.messaging.fixture.ExchangeFixture.Received;
import eu.digitalnorth.messaging.fixture.RawTopics;
import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.schemas.audit.AuditEvent;
import eu.digitalnorth.schemas.evidence.EvidenceRequest;
import eu.digitalnorth.schemas.evidence.EvidenceResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The Norwegian side: asks Estonia, and looks at what comes of it. */
record Norway(ExchangeFixture exchange) {
  static final CountryCode EE = CountryCode.of("ee");
  static final CountryCode NO = CountryCode.of("no");
  static final Source PORTAL = new Source(NO, "portal");
  static final String DEAD_LETTERS =
      TopicCatalogue.deadLetters(EE, Service.EVIDENCE, TopicCatalogue.EVIDENCE_REQUEST);

  static Norway ready() {
    return new Norway(ExchangeFixture.between("ee", "no"));
  }

  /** A request that was not sent yet; its key is the exchange's id. */
  RawRecord request(UUID id, EvidenceRequest body) {
    return exchange.record(
        id, TopicCatalogue.EVIDENCE_REQUEST, EE, PORTAL, body.getExchangeId().toString(), body);
  }

  /** The same as Sweden's portal would send it. */
  RawRecord requestOfSweden(UUID id, EvidenceRequest body) {
    String key = body.getExchangeId().toString();
    Source sweden = new Source(CountryCode.of("se"), PORTAL.service());
    return exchange.record(id, TopicCatalogue.EVIDENCE_REQUEST, EE, sweden, key, body);
  }

  UUID ask(UUID exchangeId) {
    UUID id = UUID.randomUUID();
    send(request(id, Requests.ordinary(exchangeId)));
    return id;
  }

  void send(RawRecord... records) {
    exchange.topics().publish(records);
  }

  List<Received<EvidenceResponse>> responses(UUID exchangeId) {
    return exchange.messages(TopicCatalogue.EVIDENCE_RESPONSE, NO, exchangeId.toString());
  }

  List<Received<AuditEvent>> ledger(String key) {
    return exchange.messages(TopicCatalogue.AUDIT_EVENT, EE, key);
  }

  /** Dead letters of Estonia's evidence service with this key; null means without a key. */
  List<RawRecord> deadLetters(@Nullable String key) {
    return exchange.topics().readAll(DEAD_LETTERS).stream()
        .filter(raw -> java.util.Objects.equals(key, RawTopics.keyOf(raw)))
        .toList();
  }

  static RawRecord inPartition(int partition, RawRecord raw) {
    return new RawRecord(
        raw.topic(), partition, 0, raw.timestamp(), raw.key(), raw.value(), raw.headers());
  }

  static RawRecord withValue(byte @Nullable [] value, RawRecord raw) {
    return new RawRecord(
        raw.topic(), raw.partition(), 0, raw.timestamp(), raw.key(), value, raw.headers());
  }

  static RawRecord withKey(byte @Nullable [] key, RawRecord raw) {
    return new RawRecord(
        raw.topic(), raw.partition(), 0, raw.timestamp(), key, raw.value(), raw.headers());
  }

  /** Replaces the header, or adds it. */
  static RawRecord withHeader(Header header, RawRecord raw) {
    List<Header> headers = new ArrayList<>(raw.headers());
    headers.removeIf(h -> h.name().equals(header.name()));
    headers.add(header);
    return new RawRecord(
        raw.topic(), raw.partition(), 0, raw.timestamp(), raw.key(), raw.value(), headers);
  }

  static RawRecord withoutHeader(String name, RawRecord raw) {
    return new RawRecord(
        raw.topic(),
        raw.partition(),
        0,
        raw.timestamp(),
        raw.key(),
        raw.value(),
        raw.headers().stream().filter(h -> !h.name().equals(name)).toList());
  }

  static boolean sameBytes(RawRecord one, RawRecord other) {
    return Arrays.equals(one.key(), other.key())
        && Arrays.equals(one.value(), other.value())
        && headersOf(one).equals(headersOf(other));
  }

  static List<String> headersOf(RawRecord raw) {
    return raw.headers().stream()
        .map(header -> header.name() + '=' + Arrays.toString(header.value()))
        .toList();
  }
}
