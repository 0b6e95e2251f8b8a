package eu.digitalnorth.messaging.delivery;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.digitalnorth.messaging.envelope.RawRecord;
import eu.digitalnorth.messaging.fixture.ExchangeFixture.Received;
import eu.digitalnorth.messaging.store.Outbox;
import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.schemas.audit.AuditAction;
import eu.digitalnorth.schemas.evidence.EvidenceResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever is delivered twice is decided once and answered with the same bytes. */
class RedeliveryIT {
  private static Norway norway;

  @BeforeAll
  static void prepare() {
    norway = Norway.ready();
  }

  @Test
  void aRedeliveredRequestIsAnsweredAgainWithTheSameBytesAndNotDecidedAgain() {
    try (RunningService service = RunningService.start(settings())) {
      UUID exchangeId = UUID.randomUUID();
      UUID id = UUID.randomUUID();
      RawRecord request = norway.request(id, Requests.ordinary(exchangeId));
      norway.send(request);
      awaitResponses(exchangeId, 1);

      norway.send(request);

      awaitResponses(exchangeId, 2);
      List<Received<EvidenceResponse>> responses = norway.responses(exchangeId);
      assertThat(Norway.sameBytes(responses.get(0).raw(), responses.get(1).raw())).isTrue();
      assertThat(service.timesHandled(id)).isEqualTo(1);
    }
  }

  @Test
  void aCopiedIdNeitherSuppressesNorRepeatsTheMessageThatItIsOf() {
    UUID id = UUID.randomUUID();
    UUID norways = UUID.randomUUID();
    UUID swedens = UUID.randomUUID();
    RawRecord request = norway.request(id, Requests.ordinary(norways));
    RawRecord copy = norway.requestOfSweden(id, Requests.ordinary(swedens));
    try (RunningService service = RunningService.start(settings())) {
      norway.send(Norway.inPartition(0, request), Norway.inPartition(0, copy));
      awaitResponses(norways, 1);
      awaitResponses(swedens, 1);

      norway.send(copy);

      awaitResponses(swedens, 2);
      assertThat(norway.responses(norways)).hasSize(1);
      assertThat(service.timesHandled(id)).isEqualTo(2);
      assertThat(norway.responses(norways).getFirst().envelope().id())
          .isNotEqualTo(norway.responses(swedens).getFirst().envelope().id());
      assertThat(idsInLedger(norways)).hasSize(3).doesNotContainAnyElementsOf(idsInLedger(swedens));
    }
  }

  @Test
  void aRequestThatIsTwiceInABatchIsAnsweredOnce() {
    UUID exchangeId = UUID.randomUUID();
    UUID last = UUID.randomUUID();
    RawRecord twice = norway.request(UUID.randomUUID(), Requests.ordinary(exchangeId));
    RawRecord end = norway.request(UUID.randomUUID(), Requests.ordinary(last));
    norway.send(
        Stream.of(twice, twice, end).map(r -> Norway.inPartition(0, r)).toArray(RawRecord[]::new));

    try (RunningService service = RunningService.start(settings())) {
      awaitResponses(last, 1);

      assertThat(norway.responses(exchangeId)).hasSize(1);
    }
  }

  @Test
  void whatACrashLeftBetweenCommitAndSendingIsSentAtTheNextStartInItsOrder() {
    Map<String, String> settings = settings();
    Map<String, String> cannotSend = new HashMap<>(settings);
    cannotSend.put("exchange.kafka.properties.max.request.size", "10");
    UUID exchangeId = UUID.randomUUID();
    UUID id;
    try (RunningService broken = RunningService.start(cannotSend)) {
      id = norway.ask(exchangeId);
      await().atMost(RunningService.PATIENCE).until(() -> broken.timesHandled(id) == 1);
      assertThat(broken.get(Outbox.class).waiting()).isGreaterThanOrEqualTo(4);
    }
    assertThat(norway.responses(exchangeId)).isEmpty();

    try (RunningService restarted = RunningService.start(settings)) {
      awaitResponses(exchangeId, 1);
      await()
          .atMost(RunningService.PATIENCE)
          .until(() -> restarted.get(Outbox.class).waiting() == 0);
      assertThat(norway.ledger(exchangeId.toString()).stream().limit(3))
          .extracting(event -> event.body().getAction())
          .containsExactly(AuditAction.RECEIVED, AuditAction.DECIDED, AuditAction.SENT);
      assertThat(restarted.timesHandled(id)).isEqualTo(1);
    }
  }

  @Test
  void whenAnInstanceLeavesInTheMiddleTheOtherAnswersTheRestAndNothingIsDecidedTwice() {
    Map<String, String> settings = settings();
    List<UUID> exchanges = Stream.generate(UUID::randomUUID).limit(150).toList();
    Map<UUID, RawRecord> requests = new HashMap<>();
    exchanges.forEach(
        e -> {
          UUID id = UUID.randomUUID();
          requests.put(id, norway.request(id, Requests.ordinary(e)));
        });
    try (RunningService stays = RunningService.start(settings)) {
      try (RunningService leaves = RunningService.start(settings)) {
        norway.send(requests.values().toArray(RawRecord[]::new));
        await()
            .atMost(RunningService.PATIENCE)
            .until(() -> requests.keySet().stream().anyMatch(id -> leaves.timesHandled(id) == 1));
      }
      await()
          .atMost(RunningService.PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(requests.keySet())
                      .allSatisfy(id -> assertThat(stays.timesHandled(id)).isEqualTo(1)));
      await()
          .atMost(RunningService.PATIENCE)
          .until(() -> responsesByExchange().keySet().containsAll(exchanges));
      assertThat(responsesByExchange()).allSatisfy((exchange, all) -> assertSameBytes(all));
    }
  }

  private static Map<UUID, List<RawRecord>> responsesByExchange() {
    return norway
        .exchange()
        .all(TopicCatalogue.EVIDENCE_RESPONSE, Norway.NO)
        .collect(
            Collectors.groupingBy(
                r -> r.body().getExchangeId(), Collectors.mapping(Received::raw, toList())));
  }

  private static Set<UUID> idsInLedger(UUID exchangeId) {
    await()
        .atMost(RunningService.PATIENCE)
        .until(() -> norway.ledger(exchangeId.toString()).size() >= 3);
    return norway.ledger(exchangeId.toString()).stream()
        .map(event -> event.envelope().id())
        .collect(Collectors.toSet());
  }

  private static void assertSameBytes(List<RawRecord> responses) {
    assertThat(responses).allMatch(r -> Norway.sameBytes(r, responses.getFirst()));
  }

  private static void awaitResponses(UUID exchangeId, int count) {
    await()
        .atMost(RunningService.PATIENCE)
        .untilAsserted(
            () -> assertThat(norway.responses(exchangeId)).hasSizeGreaterThanOrEqualTo(count));
  }

  private static Map<String, String> settings() {
    return norway.exchange().properties(Service.EVIDENCE);
  }
}
