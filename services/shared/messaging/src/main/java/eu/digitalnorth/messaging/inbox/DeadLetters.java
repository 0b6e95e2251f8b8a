package eu.digitalnorth.messaging.inbox;

import eu.digitalnorth.messaging.effect.AuditDetails;
import eu.digitalnorth.messaging.effect.AuditIds;
import eu.digitalnorth.messaging.effect.Effects;
import eu.digitalnorth.messaging.effect.OutgoingMessages;
import eu.digitalnorth.messaging.envelope.Header;
import eu.digitalnorth.messaging.envelope.MessageIdentity;
import eu.digitalnorth.messaging.envelope.NameBasedIds;
import eu.digitalnorth.messaging.envelope.RawRecord;
import eu.digitalnorth.messaging.envelope.RejectedRecordException;
import eu.digitalnorth.messaging.envelope.Source;
import eu.digitalnorth.messaging.store.OutboxRecord;
import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.messaging.topic.Topic;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.schemas.audit.AuditAction;
import eu.digitalnorth.schemas.audit.AuditEvent;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.support.KafkaHeaders;

/**
 * Keeps a refused record as it came (key, value, headers) on the dead-letter topic of the service,
 * in the partition that it came from, with where it came from and why it was refused.
 */
public final class DeadLetters {
  private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

  /** Header with the {@link eu.digitalnorth.messaging.envelope.Rejection}. */
  public static final String REASON = "dlt-reason";

  /** Header that says what is wrong, for people. */
  public static final String EXPLANATION = "dlt-explanation";

  private static final UUID RECORDS = UUID.fromString("6f6bb1a5-4b1e-5d63-9f0c-0d2f5c1c9a77");

  private final Service service;
  private final OutgoingMessages outgoing;

  public DeadLetters(Service service, OutgoingMessages outgoing) {
    this.service = service;
    this.outgoing = outgoing;
  }

  /** An id for a record whatever is in it: refusing it twice is noticed. */
  public static UUID idOf(RawRecord raw) {
    return NameBasedIds.derive(RECORDS, raw.topic() + '/' + raw.partition() + '/' + raw.offset());
  }

  /**
   * The same as an inbox knows it. Whom the record says it is from cannot be believed; a topic's
   * name is nobody's source, so that no message can be taken for it.
   */
  public static MessageIdentity identityOf(RawRecord raw) {
    return new MessageIdentity(raw.topic(), idOf(raw));
  }

  /** Adds the dead letter, and the rejection for the ledger. */
  public void add(Topic<?> topic, RawRecord raw, RejectedRecordException why, Effects effects) {
    log.warn(
        "Refused a record: topic={} partition={} offset={} reason={}",
        raw.topic(),
        raw.partition(),
        raw.offset(),
        why.reason());
    UUID cause = identityOf(raw).cause();
    OutboxRecord letter =
        new OutboxRecord(
            effects.country(),
            cause,
            TopicCatalogue.deadLetters(effects.country(), service, topic),
            raw.partition(),
            raw.key(),
            raw.value(),
            headers(raw, why),
            false);
    AuditEvent event =
        outgoing
            .auditEvent(effects.country(), effects.now(), AuditAction.REJECTED, AuditDetails.none())
            .setMessageId(idOf(raw))
            .setTopic(raw.topic())
            .setCounterparty(
                raw.header("ce_source")
                    .flatMap(Source::parse)
                    .map(source -> AuditIds.counterparty(effects.country(), source.country()))
                    .orElse(null))
            .setOutcome(why.reason().name())
            .setBodyDigest(AuditIds.bodyDigest(raw.value()))
            .build();
    effects.addRaw(letter, event, cause);
  }

  private static List<Header> headers(RawRecord raw, RejectedRecordException why) {
    List<Header> headers = new ArrayList<>(raw.headers());
    headers.add(Header.of(REASON, why.reason().name()));
    headers.add(Header.of(EXPLANATION, why.explanation()));
    headers.add(Header.of(KafkaHeaders.DLT_ORIGINAL_TOPIC, raw.topic()));
    headers.add(new Header(KafkaHeaders.DLT_ORIGINAL_PARTITION, bytes(raw.partition())));
    headers.add(new Header(KafkaHeaders.DLT_ORIGINAL_OFFSET, bytes(raw.offset())));
    headers.add(new Header(KafkaHeaders.DLT_ORIGINAL_TIMESTAMP, bytes(raw.timestamp())));
    return headers;
  }

  private static byte[] bytes(int number) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
  }

  private static byte[] bytes(long number) {
    return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
  }
}
