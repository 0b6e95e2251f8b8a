package eu.digitalnorth.replay.sandbox;

import eu.digitalnorth.messaging.envelope.RawRecord;
import eu.digitalnorth.messaging.inbox.DeadLetters;
import eu.digitalnorth.replay.Failure;
import eu.digitalnorth.replay.ReplayException;
import eu.digitalnorth.replay.bundle.Bundle;
import eu.digitalnorth.replay.bundle.Payload;
import eu.digitalnorth.replay.bundle.RecordStream;
import eu.digitalnorth.replay.bundle.RecordedRecord;
import eu.digitalnorth.schemas.AvroSafety;
import eu.digitalnorth.schemas.audit.AuditAction;
import eu.digitalnorth.schemas.audit.AuditEvent;
import eu.digitalnorth.schemas.wire.TopicPosition;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** What the ledger's events say of when, and by what, each record was decided upon. */
final class Decisions {
  static {
    AvroSafety.apply();
  }

  private final Map<Cause, Noted> noted = new HashMap<>();

  /** Many decisions have seen the same: it is kept once. */
  private final Map<Map<TopicPartition, Long>, Map<TopicPartition, Long>> seen = new HashMap<>();

  private Decisions() {}

  /** Those of one service, which are on its country's topic for its ledger. */
  static Decisions read(Bundle bundle, Role role) {
    Decisions decisions = new Decisions();
    AuditReader reader = new AuditReader(bundle);
    try (RecordStream records = bundle.records(p -> p.topic().equals(role.ledger()))) {
      while (records.hasNext()) {
        RecordedRecord record = records.next();
        if (role.wrote(record)) {
          reader.read(record).ifPresent(decisions::add);
        }
      }
    }
    return decisions;
  }

  /** Empty if nobody had decided upon it when the recording ended, or it is a copy. */
  Optional<Noted> upon(RecordedRecord record) {
    Optional<Noted> decided =
        messageId(record).map(id -> noted.remove(new Cause(record.topic(), id)));
    return decided.or(() -> refusalOf(record));
  }

  /** When it was put among the dead letters, if it was. */
  Optional<Noted> refusalOf(RecordedRecord record) {
    return Optional.ofNullable(noted.get(new Cause(record.topic(), idOf(record))));
  }

  /** Whether any record of a topic was put among the dead letters. */
  boolean refusedOf(String topic) {
    return noted.entrySet().stream()
        .anyMatch(one -> one.getKey().topic.equals(topic) && one.getValue().seen() == null);
  }

  private void add(AuditEvent event) {
    UUID message = event.getMessageId();
    boolean decided = event.getAction() == AuditAction.DECIDED;
    if (message == null || !(decided || event.getAction() == AuditAction.REJECTED)) {
      return;
    }
    Instant at = decided ? event.getDecidedAt() : event.getOccurredAt();
    noted.putIfAbsent(
        new Cause(event.getTopic(), message),
        new Noted(Objects.requireNonNullElse(at, event.getOccurredAt()), positions(event)));
  }

  private @Nullable Map<TopicPartition, Long> positions(AuditEvent event) {
    if (event.getAction() != AuditAction.DECIDED) {
      return null;
    }
    Map<TopicPartition, Long> positions = new HashMap<>();
    for (TopicPosition position : event.getPositions()) {
      positions.put(
          new TopicPartition(position.getTopic(), position.getPartition()), position.getOffset());
    }
    return seen.computeIfAbsent(positions, Map::copyOf);
  }

  private static Optional<UUID> messageId(RecordedRecord record) {
    try {
      return record.header("ce_id").map(UUID::fromString);
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // it was refused, and is known by its place
    }
  }

  private static UUID idOf(RecordedRecord record) {
    return DeadLetters.idOf(
        new RawRecord(
            record.topic(),
            record.partition(),
            record.offset(),
            record.timestamp(),
            null,
            null,
            record.headers()));
  }

  /**
   * A decision.
   *
   * @param at the time that it was made with
   * @param seen offsets after what it had seen of the topics of state; null if nobody noted that
   */
  record Noted(Instant at, @Nullable Map<TopicPartition, Long> seen) {}

  private record Cause(String topic, UUID message) {}

  /** Decodes events by the schemas that they were written with. */
  private record AuditReader(Bundle bundle, Map<String, SpecificDatumReader<AuditEvent>> readers) {
    AuditReader(Bundle bundle) {
      this(bundle, new HashMap<>());
    }

    Optional<AuditEvent> read(RecordedRecord record) {
      byte[] bytes = record.value().bytes();
      String schema = record.value().schema();
      if (bytes == null || schema == null || bytes.length < Payload.PREFIX_BYTES) {
        return Optional.empty();
      }
      try {
        return Optional.of(
            readers
                .computeIfAbsent(schema, hash -> reader(bundle.schema(hash)))
                .read(
                    null,
                    DecoderFactory.get()
                        .binaryDecoder(
                            bytes,
                            Payload.PREFIX_BYTES,
                            bytes.length - Payload.PREFIX_BYTES,
                            null)));
      } catch (IOException | RuntimeException e) {
        throw new ReplayException(
            Failure.TOPIC, "%s is no event of a ledger.".formatted(record.place()), e);
      }
    }

    private static SpecificDatumReader<AuditEvent> reader(Schema writer) {
      return new SpecificDatumReader<>(
          writer, AuditEvent.getClassSchema(), SpecificData.getForClass(AuditEvent.class));
    }
  }
}
