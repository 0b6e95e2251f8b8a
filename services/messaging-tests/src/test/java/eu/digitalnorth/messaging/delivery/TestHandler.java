package eu.digitalnorth.messaging.delivery;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.effect.AuditDetails;
import eu.digitalnorth.messaging.effect.Decision;
import eu.digitalnorth.messaging.effect.Effects;
import eu.digitalnorth.messaging.envelope.Message;
import eu.digitalnorth.messaging.envelope.NameBasedIds;
import eu.digitalnorth.messaging.envelope.RejectedRecordException;
import eu.digitalnorth.messaging.envelope.Rejection;
import eu.digitalnorth.messaging.inbox.MessageHandler;
import eu.digitalnorth.messaging.state.Positions;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.schemas.evidence.EdmErrorCode;
import eu.digitalnorth.schemas.evidence.EvidenceRefused;
import eu.digitalnorth.schemas.evidence.EvidenceRequest;
import eu.digitalnorth.schemas.evidence.EvidenceResponse;
import eu.digitalnorth.schemas.wire.Authority;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers every request with a refusal, unless its procedure says what is to go wrong. */
final class TestHandler implements MessageHandler<EvidenceRequest> {
  /** Procedure of a request that the handler has a bug with, until it is mended. */
  static final String BUG = "BUG";

  /** Procedure of a request that the handler finds to be none. */
  static final String NONSENSE = "NONSENSE";

  /** Procedure of a request whose processing violates a constraint that is checked at commit. */
  static final String AT_COMMIT = "AT_COMMIT";

  private final AtomicBoolean mended = new AtomicBoolean();
  private final JdbcClient jdbc;
  private final Positions positions;

  TestHandler(JdbcClient jdbc, Positions positions) {
    this.jdbc = jdbc;
    this.positions = positions;
  }

  @Override
  public void handle(List<Message<EvidenceRequest>> messages, Effects effects)
      throws RejectedRecordException {
    for (Message<EvidenceRequest> message : messages) {
      handle(message, effects);
    }
  }

  /** From now on, it has no bug. */
  void mend() {
    mended.set(true);
  }

  /** How often the handler's work for this message was committed. */
  int timesHandled(UUID message) {
    return jdbc.sql("select count(*) from handled where message = ?")
        .param(message)
        .query(Integer.class)
        .single();
  }

  private void handle(Message<EvidenceRequest> message, Effects effects)
      throws RejectedRecordException {
    String procedure = message.body().getProcedure();
    jdbc.sql("insert into handled (country, message, procedure) values (?, ?, ?)")
        .params(effects.country().lower(), message.id(), procedure)
        .update();
    if (procedure.equals(BUG) && !mended.get()) {
      throw new IllegalStateException("a bug");
    }
    if (procedure.equals(NONSENSE)) {
      throw new RejectedRecordException(Rejection.INCONSISTENT, "a request that is none");
    }
    if (procedure.equals(AT_COMMIT)) {
      jdbc.sql("insert into checked_at_commit values (1), (1)").update();
    }
    answer(message, effects);
  }

  private void answer(Message<EvidenceRequest> message, Effects effects) {
    EvidenceRequest request = message.body();
    AuditDetails details =
        new AuditDetails(
            request.getRequester(), null, request.getProcedure(), request.getEvidenceType());
    effects.received(message, details);
    effects.decided(
        message,
        details,
        new Decision(
            "EDM_ERR_0004:SUBJECT_NOT_FOUND", effects.now(), positions.seenBy(effects.country())));
    effects.send(
        message,
        TopicCatalogue.EVIDENCE_RESPONSE,
        CountryCode.of(request.getRequester().getCountry().toLowerCase(java.util.Locale.ROOT)),
        request.getExchangeId().toString(),
        refusal(message, effects),
        details);
  }

  private static EvidenceResponse refusal(Message<EvidenceRequest> message, Effects effects) {
    EvidenceRequest request = message.body();
    return EvidenceResponse.newBuilder()
        .setExchangeId(request.getExchangeId())
        .setRequestId(message.id())
        .setEvidenceResponseId(NameBasedIds.derive(message.id(), "response"))
        .setIssuedAt(effects.now())
        .setProvider(new Authority(effects.country().value(), "test", "Test"))
        .setRequester(request.getRequester())
        .setEvidenceType(request.getEvidenceType())
        .setRefused(
            EvidenceRefused.newBuilder()
                .setCode(EdmErrorCode.EDM_ERR_0004)
                .setReason("SUBJECT_NOT_FOUND")
                .setExplanation("Nobody is known by this identifier")
                .build())
        .build();
  }
}
