package eu.digitalnorth.messaging.effect;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.envelope.CloudEventHeaders;
import eu.digitalnorth.messaging.envelope.Message;
import eu.digitalnorth.messaging.envelope.NameBasedIds;
import eu.digitalnorth.messaging.store.OutboxRecord;
import eu.digitalnorth.messaging.topic.Topic;
import eu.digitalnorth.schemas.audit.AuditAction;
import eu.digitalnorth.schemas.audit.AuditEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * What follows from the messages of one transaction: records to send, and what the ledger is told.
 * They are stored in that transaction and sent after it. Not thread-safe; lives as long as the
 * transaction.
 */
public final class Effects {
  private final CountryCode country;
  private final OutgoingMessages outgoing;
  private final Instant now;
  private final List<Draft> drafts = new ArrayList<>();
  private final Map<UUID, Integer> sentBecauseOf = new HashMap<>();

  public Effects(CountryCode country, OutgoingMessages outgoing, Instant now) {
    this.country = country;
    this.outgoing = outgoing;
    this.now = CloudEventHeaders.toMillis(now);
  }

  /** The country in whose name all this is done. */
  public CountryCode country() {
    return country;
  }

  /** The time of the transaction, in whole milliseconds; decisions are made with it. */
  public Instant now() {
    return now;
  }

  /** The records so far, in order; those that are messages of ours are signed together. */
  public List<OutboxRecord> records() {
    List<OutboxRecord> ours = drafts.stream().filter(Draft::isOurs).map(Draft::record).toList();
    Iterator<OutboxRecord> signed = outgoing.signed(country, now, ours).iterator();
    return drafts.stream().map(draft -> draft.isOurs() ? signed.next() : draft.record()).toList();
  }

  /**
   * Sends a message because of another, and audits that.
   *
   * @param receiver owner of the topic
   * @return the id of the message: the same again if the cause is processed again
   */
  public <R extends SpecificRecord> UUID send(
      Message<?> cause,
      Topic<R> topic,
      CountryCode receiver,
      String key,
      R body,
      AuditDetails details) {
    return send(cause.cause(), cause.envelope().traceParent(), topic, receiver, key, body, details);
  }

  /** The same because of a message that was processed earlier. */
  public <R extends SpecificRecord> UUID send(
      EarlierMessage cause,
      Topic<R> topic,
      CountryCode receiver,
      String key,
      R body,
      AuditDetails details) {
    return send(cause.cause(), cause.traceParent(), topic, receiver, key, body, details);
  }

  /**
   * Sends a message because of something that was no message, for example a REST call.
   *
   * @param cause id of what happened; ids of messages derive from it
   */
  public <R extends SpecificRecord> UUID send(
      UUID cause, Topic<R> topic, CountryCode receiver, String key, R body, AuditDetails details) {
    return send(cause, null, topic, receiver, key, body, details);
  }

  /** Publishes to a topic of one's own country without a word in the ledger. */
  public <R extends SpecificRecord> UUID publish(UUID cause, Topic<R> topic, String key, R body) {
    OutgoingMessage message = message(cause, null, topic, country, key, body);
    drafts.add(Draft.ours(message.record()));
    return message.id();
  }

  /** The ledger learns that a message was received. */
  public void received(Message<?> message, AuditDetails details) {
    audit(message, AuditAction.RECEIVED, details, null);
  }

  /** The ledger learns that a message came after its exchange had ended. */
  public void late(Message<?> message, AuditDetails details, String outcome) {
    audit(message, AuditAction.LATE, details, outcome);
  }

  /** The ledger learns what was decided upon a message. */
  public void decided(Message<?> message, AuditDetails details, Decision decision) {
    AuditEvent event =
        outgoing
            .auditEvent(country, now, AuditAction.DECIDED, details)
            .setExchangeId(AuditIds.exchangeId(message.envelope().subject()))
            .setMessageId(message.id())
            .setMessageType(message.envelope().type())
            .setTopic(message.raw().topic())
            .setCounterparty(AuditIds.counterparty(country, message.envelope().source().country()))
            .setOutcome(decision.outcome())
            .setDecidedAt(decision.decidedAt())
            .setPositions(decision.seen())
            .build();
    add(message.cause(), message.cause(), event);
  }

  /** The ledger learns what was decided upon a message that was received earlier. */
  public void decided(EarlierMessage message, AuditDetails details, Decision decision) {
    AuditEvent event =
        outgoing
            .auditEvent(country, now, AuditAction.DECIDED, details)
            .setExchangeId(message.exchangeId())
            .setMessageId(message.id())
            .setMessageType(message.topic().eventType())
            .setTopic(message.topic().nameFor(country))
            .setCounterparty(AuditIds.counterparty(country, message.sender()))
            .setOutcome(decision.outcome())
            .setDecidedAt(decision.decidedAt())
            .setPositions(decision.seen())
            .build();
    add(message.cause(), message.cause(), event);
  }

  /**
   * The ledger learns what was decided without a message, for example upon a REST call.
   *
   * @param cause id of what happened
   * @param topic what the decision makes news for
   */
  public void decided(
      UUID cause, Topic<?> topic, UUID exchangeId, AuditDetails details, Decision decision) {
    AuditEvent event =
        outgoing
            .auditEvent(country, now, AuditAction.DECIDED, details)
            .setExchangeId(exchangeId)
            .setTopic(topic.nameFor(country))
            .setOutcome(decision.outcome())
            .setDecidedAt(decision.decidedAt())
            .setPositions(decision.seen())
            .build();
    add(cause, cause, event);
  }

  /** Adds a record as it is, for example a dead letter, and what the ledger is told of it. */
  public void addRaw(OutboxRecord record, AuditEvent event, UUID cause) {
    drafts.add(new Draft(record, false));
    add(cause, cause, event);
  }

  private <R extends SpecificRecord> UUID send(
      UUID cause,
      @Nullable String traceParent,
      Topic<R> topic,
      CountryCode receiver,
      String key,
      R body,
      AuditDetails details) {
    OutgoingMessage message = message(cause, traceParent, topic, receiver, key, body);
    drafts.add(Draft.ours(message.record()));
    AuditEvent event =
        outgoing
            .auditEvent(country, now, AuditAction.SENT, details)
            .setExchangeId(AuditIds.exchangeOf(body))
            .setMessageId(message.id())
            .setMessageType(topic.eventType())
            .setTopic(topic.nameFor(receiver))
            .setCounterparty(AuditIds.counterparty(country, receiver))
            .setBodyDigest(AuditIds.bodyDigest(message.record().value()))
            .build();
    add(cause, message.id(), event);
    return message.id();
  }

  private <R extends SpecificRecord> OutgoingMessage message(
      UUID cause,
      @Nullable String traceParent,
      Topic<R> topic,
      CountryCode receiver,
      String key,
      R body) {
    int number = sentBecauseOf.merge(cause, 1, Integer::sum);
    UUID id = NameBasedIds.derive(cause, topic.nameFor(receiver) + '#' + number);
    return outgoing.message(country, cause, id, traceParent, topic, receiver, key, body, now);
  }

  private void audit(
      Message<?> message, AuditAction action, AuditDetails details, @Nullable String outcome) {
    AuditEvent event =
        outgoing
            .auditEvent(country, now, action, details)
            .setExchangeId(AuditIds.exchangeId(message.envelope().subject()))
            .setMessageId(message.id())
            .setMessageType(message.envelope().type())
            .setTopic(message.raw().topic())
            .setCounterparty(AuditIds.counterparty(country, message.envelope().source().country()))
            .setOutcome(outcome)
            .setBodyDigest(AuditIds.bodyDigest(message.raw().value()))
            .build();
    add(message.cause(), message.cause(), event);
  }

  /**
   * An event's id derives from what it is about: the cause itself, or what was sent because of it.
   */
  private void add(UUID cause, UUID about, AuditEvent event) {
    drafts.add(Draft.ours(outgoing.auditRecord(country, cause, about, event, now)));
  }

  /**
   * A record that will be sent.
   *
   * @param isOurs whether it is a message of this service, which signs it; else it goes as it is
   */
  private record Draft(OutboxRecord record, boolean isOurs) {
    static Draft ours(OutboxRecord record) {
      return new Draft(record, true);
    }
  }
}
