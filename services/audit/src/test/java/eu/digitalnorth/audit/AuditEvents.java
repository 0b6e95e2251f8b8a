package eu.digitalnorth.audit;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.schemas.audit.AuditAction;
import eu.digitalnorth.schemas.audit.AuditEvent;
import eu.digitalnorth.schemas.wire.Authority;
import eu.digitalnorth.schemas.wire.EvidenceType;
import eu.digitalnorth.schemas.wire.TopicPosition;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Audit events as the services of a country write them. */
final class AuditEvents {
  static final Instant NOON = Instant.parse("2026-11-22T12:00:00.120Z");

  static final String SERVICE = "evidence";

  private static final Authority UNIVERSITY =
      new Authority("NO", "NO:university-admissions", "Samordna opptak");

  private AuditEvents() {}

  /** The evidence service received a request. */
  static AuditEvent.Builder received(CountryCode country, UUID exchange) {
    return AuditEvent.newBuilder()
        .setAction(AuditAction.RECEIVED)
        .setOccurredAt(NOON)
        .setCountry(country.value())
        .setService(SERVICE)
        .setExchangeId(exchange)
        .setMessageId(UUID.randomUUID())
        .setMessageType("eu.digitalnorth.evidence.request.v1")
        .setTopic(country.lower() + ".evidence.request.v1")
        .setCounterparty("NO")
        .setAuthority(UNIVERSITY)
        .setProcedure("T2")
        .setEvidenceType(EvidenceType.DIPLOMA)
        .setBodyDigest(ByteBuffer.wrap(new byte[32]));
  }

  /** It decided upon it. */
  static AuditEvent.Builder decided(CountryCode country, UUID exchange, String subject) {
    return received(country, exchange)
        .setAction(AuditAction.DECIDED)
        .setSubject(subject)
        .setOutcome("PROVIDED")
        .setDecidedAt(NOON)
        .setPositions(
            List.of(
                new TopicPosition("ee.register.person.v1", 0, 9_007_199_254_740_993L),
                new TopicPosition("ee.eid.attestation-status.v1", 0, 0L)));
  }

  /** It sent the answer. */
  static AuditEvent.Builder sent(CountryCode country, UUID exchange, String subject) {
    return received(country, exchange)
        .setAction(AuditAction.SENT)
        .setSubject(subject)
        .setMessageType("eu.digitalnorth.evidence.response.v1")
        .setTopic("no.evidence.response.v1");
  }
}
