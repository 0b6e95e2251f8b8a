package eu.digitalnorth.messaging.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.digitalnorth.messaging.envelope.CloudEventHeaders;
import eu.digitalnorth.messaging.envelope.RawRecord;
import eu.digitalnorth.messaging.envelope.Source;
import eu.digitalnorth.messaging.inbox.DeadLetters;
import eu.digitalnorth.messaging.state.Positions;
import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.schemas.audit.AuditAction;
import eu.digitalnorth.schemas.audit.AuditEvent;
import eu.digitalnorth.schemas.eid.AttestationStatus;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a service knows from compacted topics. */
class StateIT {
  private static final Source NORWEGIAN_EID = new Source(Norway.NO, "attestation");
  private static final String TOPIC = TopicCatalogue.ATTESTATION_STATUS.nameFor(Norway.NO);

  private static Norway norway;

  @BeforeAll
  static void prepare() {
    norway = Norway.ready();
  }

  @Test
  void allThatWasThereBeforeIsKnownWhenTheInboxesOpen() {
    List<UUID> revoked = Stream.generate(UUID::randomUUID).limit(1_000).toList();
    norway.send(revoked.stream().map(id -> status(id, "INVALID")).toArray(RawRecord[]::new));

    try (RunningService service = start()) {
      StatusModel model = service.get(StatusModel.class);

      assertThat(revoked)
          .allSatisfy(
              id -> assertThat(model.statusOf(Norway.EE, id.toString())).contains("INVALID"));
    }
  }

  @Test
  void whatComesLaterIsTakenInAndATombstoneTakesItAway() {
    try (RunningService service = start()) {
      StatusModel model = service.get(StatusModel.class);
      UUID id = UUID.randomUUID();

      norway.send(status(id, "SUSPENDED"));
      awaitStatus(model, id, "SUSPENDED");
      norway.send(norway.exchange().signedAnew(Norway.withValue(null, status(id, "VALID"))));

      await()
          .atMost(RunningService.PATIENCE)
          .until(() -> model.statusOf(Norway.EE, id.toString()).isEmpty());
    }
  }

  @Test
  void aDecisionTellsHowFarTheTopicsHadBeenRead() {
    norway.send(status(UUID.randomUUID(), "INVALID"));
    long end = norway.exchange().topics().readAll(TOPIC).getLast().offset() + 1;
    try (RunningService service = start()) {
      UUID exchangeId = UUID.randomUUID();
      norway.ask(exchangeId);

      await().atMost(RunningService.PATIENCE).until(() -> decisions(exchangeId).size() == 1);
      assertThat(decisions(exchangeId).getFirst().getPositions())
          .anySatisfy(
              position -> {
                assertThat(position.getTopic()).isEqualTo(TOPIC);
                assertThat(position.getOffset()).isGreaterThanOrEqualTo(end);
              });
      assertThat(service.get(Positions.class).nextOffsets(Norway.EE))
          .containsKey(new TopicPartition(TOPIC, 0));
    }
  }

  @Test
  void garbageAmongTheStatesIsPutAsideAndTheRestIsKnown() {
    UUID id = UUID.randomUUID();
    String key = UUID.randomUUID().toString();
    RawRecord garbage =
        Norway.withKey(
            key.getBytes(StandardCharsets.UTF_8),
            Norway.withValue(new byte[] {1, 2, 3}, status(UUID.randomUUID(), "INVALID")));
    norway.send(garbage, status(id, "INVALID"));

    try (RunningService service = start()) {
      awaitStatus(service.get(StatusModel.class), id, "INVALID");
      await().atMost(RunningService.PATIENCE).until(() -> !letters(key).isEmpty());
      assertThat(letters(key).getFirst().header(DeadLetters.REASON)).contains("INCONSISTENT");
    }
  }

  @Test
  void aStateThatTheServiceFailsOnIsPutAsideAndTheRestIsKnown() {
    UUID bad = UUID.randomUUID();
    UUID good = UUID.randomUUID();
    norway.send(status(bad, StatusModel.POISON), status(good, "INVALID"));

    try (RunningService service = start()) {
      awaitStatus(service.get(StatusModel.class), good, "INVALID");
      await().atMost(RunningService.PATIENCE).until(() -> !letters(bad.toString()).isEmpty());
      assertThat(letters(bad.toString()).getFirst().header(DeadLetters.REASON))
          .contains("PROCESSING_FAILED");
    }
  }

  private static void awaitStatus(StatusModel model, UUID id, String status) {
    await()
        .atMost(RunningService.PATIENCE)
        .untilAsserted(() -> assertThat(model.statusOf(Norway.EE, id.toString())).contains(status));
  }

  private static List<RawRecord> letters(String key) {
    return norway
        .exchange()
        .deadLetters(
            TopicCatalogue.deadLetters(
                Norway.EE, Service.EVIDENCE, TopicCatalogue.ATTESTATION_STATUS),
            key);
  }

  private static List<AuditEvent> decisions(UUID exchangeId) {
    return norway.ledger(exchangeId.toString()).stream()
        .map(event -> event.body())
        .filter(event -> event.getAction() == AuditAction.DECIDED)
        .toList();
  }

  private static RawRecord status(UUID id, String token) {
    Instant now = CloudEventHeaders.toMillis(Instant.now());
    return norway
        .exchange()
        .record(
            UUID.randomUUID(),
            TopicCatalogue.ATTESTATION_STATUS,
            Norway.NO,
            NORWEGIAN_EID,
            id.toString(),
            new AttestationStatus(id.toString(), "NO", now, token));
  }

  private static RunningService start() {
    return RunningService.start(norway.exchange().properties(Service.EVIDENCE));
  }
}
