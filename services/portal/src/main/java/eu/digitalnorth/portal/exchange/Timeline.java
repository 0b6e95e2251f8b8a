package eu.digitalnorth.portal.exchange;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.EvidenceTypeCode;
import eu.digitalnorth.portal.exchange.TimelineEntry.Kind;
import eu.digitalnorth.portal.exchange.TimelineEntry.Party;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes what a viewer of one exchange is told. */
public final class Timeline {
  private static final String PORTAL = "portal";
  private static final String ATTESTATION = "attestation";
  private static final String EVIDENCE = "evidence";

  private final Party portal;
  private final Instant at;

  public Timeline(CountryCode country, Instant at) {
    this.portal = new Party(country, PORTAL);
    this.at = at;
  }

  public TimelineEntry attestationRequested(CountryCode citizens, String topic, UUID messageId) {
    Party to = new Party(citizens, ATTESTATION);
    return entry(Kind.ATTESTATION_REQUESTED, portal, to, topic, messageId, null, null, null);
  }

  public TimelineEntry attestationAnswered(
      CountryCode citizens, String topic, UUID messageId, String outcome, Instant askedAt) {
    Party from = new Party(citizens, ATTESTATION);
    long took = millis(askedAt);
    return entry(Kind.ATTESTATION_ANSWERED, from, portal, topic, messageId, null, outcome, took);
  }

  public TimelineEntry evidenceRequested(EvidenceWish wish, String topic, UUID messageId) {
    Party to = new Party(wish.providerCountry(), EVIDENCE);
    return entry(Kind.EVIDENCE_REQUESTED, portal, to, topic, messageId, wish.type(), null, null);
  }

  public TimelineEntry evidenceAnswered(
      EvidenceWish wish, String topic, UUID messageId, String outcome, Instant askedAt) {
    Party from = new Party(wish.providerCountry(), EVIDENCE);
    return entry(
        Kind.EVIDENCE_ANSWERED,
        from,
        portal,
        topic,
        messageId,
        wish.type(),
        outcome,
        millis(askedAt));
  }

  /** An answer that came when there was no question open any more. */
  public TimelineEntry answeredLate(Party from, String topic, UUID messageId) {
    return entry(Kind.ANSWERED_LATE, from, portal, topic, messageId, null, null, null);
  }

  public TimelineEntry ended(ExchangeState.Ended state, Instant createdAt) {
    String outcome = state.name().name();
    return entry(Kind.ENDED, null, null, null, null, null, outcome, millis(createdAt));
  }

  private long millis(Instant since) {
    return Duration.between(since, at).toMillis();
  }

  private TimelineEntry entry(
      Kind kind,
      @Nullable Party from,
      @Nullable Party to,
      @Nullable String topic,
      @Nullable UUID messageId,
      @Nullable EvidenceTypeCode type,
      @Nullable String outcome,
      @Nullable Long tookMillis) {
    return new TimelineEntry(at, kind, from, to, topic, messageId, type, outcome, tookMillis);
  }
}
