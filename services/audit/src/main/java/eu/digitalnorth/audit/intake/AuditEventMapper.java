package eu.digitalnorth.audit.intake;

import eu.digitalnorth.audit.ledger.EntryContent;
import eu.digitalnorth.audit.ledger.Hash;
import eu.digitalnorth.audit.ledger.RequestingAuthority;
import eu.digitalnorth.audit.ledger.SeenPosition;
import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.envelope.Message;
import eu.digitalnorth.messaging.envelope.RejectedRecordException;
import eu.digitalnorth.messaging.envelope.Rejection;
import eu.digitalnorth.schemas.audit.AuditEvent;
import eu.digitalnorth.schemas.wire.Authority;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes entries of audit events. */
final class AuditEventMapper {
  private AuditEventMapper() {}

  /**
   * @throws RejectedRecordException if the event says that another country's ledger keeps it, or
   *     that another service wrote it than sent it
   */
  static EntryContent content(Message<AuditEvent> message, CountryCode country, Instant recordedAt)
      throws RejectedRecordException {
    AuditEvent event = message.body();
    require(event.getCountry().equals(country.value()), "The event is for another ledger");
    require(
        event.getService().equals(message.envelope().source().service()),
        "The event is not of the service that sent it");
    return new EntryContent(
        country,
        message.id(),
        recordedAt,
        event.getExchangeId(),
        event.getAction().name(),
        event.getOccurredAt(),
        event.getService(),
        event.getMessageId(),
        event.getMessageType(),
        event.getTopic(),
        event.getCounterparty(),
        authority(event.getAuthority()),
        event.getSubject(),
        event.getProcedure(),
        event.getEvidenceType() == null ? null : event.getEvidenceType().name(),
        event.getOutcome(),
        event.getDecidedAt(),
        positions(event),
        digest(event.getBodyDigest()));
  }

  private static @Nullable RequestingAuthority authority(@Nullable Authority authority) {
    return authority == null
        ? null
        : new RequestingAuthority(authority.getCountry(), authority.getId(), authority.getName());
  }

  private static List<SeenPosition> positions(AuditEvent event) {
    return event.getPositions().stream()
        .map(p -> new SeenPosition(p.getTopic(), p.getPartition(), p.getOffset()))
        .toList();
  }

  private static @Nullable Hash digest(@Nullable ByteBuffer buffer) throws RejectedRecordException {
    if (buffer == null) {
      return null;
    }
    require(buffer.remaining() == Hash.LENGTH, "The body digest is no SHA-256 value");
    byte[] bytes = new byte[Hash.LENGTH];
    buffer.duplicate().get(bytes);
    return Hash.of(bytes);
  }

  private static void require(boolean consistent, String otherwise) throws RejectedRecordException {
    if (!consistent) {
      throw new RejectedRecordException(Rejection.INCONSISTENT, otherwise);
    }
  }
}
