package eu.digitalnorth.messaging.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.digitalnorth.messaging.envelope.RawRecord;
import eu.digitalnorth.messaging.envelope.Rejection;
import eu.digitalnorth.messaging.fixture.RawTopics;
import eu.digitalnorth.messaging.inbox.DeadLetters;
import eu.digitalnorth.messaging.setup.PrincipalSetup;
import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.replay.cluster.Connection;
import eu.digitalnorth.replay.letters.LetterFilter;
import eu.digitalnorth.replay.letters.LetterState;
import eu.digitalnorth.replay.letters.Letters;
import eu.digitalnorth.replay.letters.Redrive;
import eu.digitalnorth.replay.letters.RedriveReport;
import eu.digitalnorth.replay.letters.RedriveSettings;
import eu.digitalnorth.schemas.evidence.EvidenceRequest;
import eu.digitalnorth.trust.broker.BrokerPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a service had to refuse is processed when its bug is mended, and parked when it is not. */
class RedriveIT {
  private static Norway norway;
  private static RunningService service;
  private static Connection redrive;

  @BeforeAll
  static void start() {
    norway = Norway.ready();
    norway.exchange().passwords().createMissing(List.of(BrokerPrincipal.REDRIVE));
    try (Admin admin = Admin.create(norway.exchange().administration().as(BrokerPrincipal.ADMIN))) {
      new PrincipalSetup(admin, norway.exchange().passwords()).admitRedrive(List.of(Norway.EE));
    }
    redrive = new Connection(norway.exchange().access().as(BrokerPrincipal.REDRIVE), null);
    service = RunningService.start(norway.exchange().properties(Service.EVIDENCE));
  }

  @AfterAll
  static void stop() {
    service.close();
    try (Admin admin = Admin.create(norway.exchange().administration().as(BrokerPrincipal.ADMIN))) {
      new PrincipalSetup(admin, norway.exchange().passwords()).dismiss(BrokerPrincipal.REDRIVE);
    }
  }

  @Test
  void whatCameBackIsParkedAndWhenTheBugIsMendedARequestIsAnsweredOnce() {
    EvidenceRequest unlucky = refused();
    EvidenceRequest lucky = refused();

    assertThat(redrive(unlucky).redriven()).isEqualTo(1);
    await().atMost(RunningService.PATIENCE).until(() -> letters(unlucky).size() == 2);
    assertThat(states(unlucky)).containsExactly(LetterState.REDRIVEN, LetterState.CAME_BACK);
    assertThat(redrive(unlucky).parked()).isEqualTo(1);
    assertThat(states(unlucky)).containsExactly(LetterState.REDRIVEN, LetterState.PARKED);
    RawRecord parked = parked(unlucky);
    assertThat(parked.value()).isEqualTo(letters(unlucky).getFirst().value());
    assertThat(parked.header(DeadLetters.REASON)).contains(Rejection.PROCESSING_FAILED.name());

    service.get(TestHandler.class).mend();
    assertThat(redrive(lucky).redriven()).isEqualTo(1);
    await()
        .atMost(RunningService.PATIENCE)
        .until(() -> !norway.responses(lucky.getExchangeId()).isEmpty());
    assertThat(redrive(lucky)).isEqualTo(new RedriveReport(0, 0, 1, 0, 0, true));
    assertThat(norway.responses(lucky.getExchangeId())).hasSize(1);
    assertThat(norway.responses(unlucky.getExchangeId())).isEmpty();
    assertThat(letters(lucky)).hasSize(1);
  }

  /** A request that the service fails on, when it is among the dead letters. */
  private static EvidenceRequest refused() {
    EvidenceRequest request = Requests.withProcedure(UUID.randomUUID(), TestHandler.BUG);
    norway.send(norway.request(UUID.randomUUID(), request));
    await().atMost(RunningService.PATIENCE).until(() -> letters(request).size() == 1);
    return request;
  }

  private static RedriveReport redrive(EvidenceRequest request) {
    return new Redrive(
            redrive,
            new RedriveSettings(of(request), 10, 1, false),
            () -> false,
            (letter, state) -> {})
        .execute();
  }

  private static List<LetterState> states(EvidenceRequest request) {
    List<LetterState> states = new ArrayList<>();
    try (Letters letters = new Letters(redrive, of(request))) {
      letters.forEach((letter, state) -> states.add(state));
    }
    return states;
  }

  private static LetterFilter of(EvidenceRequest request) {
    return new LetterFilter(
        Set.of(),
        Set.of("ee"),
        Set.of("evidence"),
        Set.of(),
        Set.of(Rejection.PROCESSING_FAILED.name()),
        Set.of(request.getExchangeId().toString()),
        Long.MIN_VALUE);
  }

  private static List<RawRecord> letters(EvidenceRequest request) {
    return norway.deadLetters(request.getExchangeId().toString());
  }

  private static RawRecord parked(EvidenceRequest request) {
    List<RawRecord> parked =
        new RawTopics(norway.exchange().administration().as(BrokerPrincipal.ADMIN))
            .readAll("ee.dlt.parked").stream()
                .filter(r -> request.getExchangeId().toString().equals(RawTopics.keyOf(r)))
                .toList();
    assertThat(parked).hasSize(1);
    return parked.getFirst();
  }
}
