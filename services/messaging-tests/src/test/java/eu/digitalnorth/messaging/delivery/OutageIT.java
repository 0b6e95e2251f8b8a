package eu.digitalnorth.messaging.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.digitalnorth.messaging.fixture.ExchangeFixture;
import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.testservers.TestServers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A dependency that is down costs time, and no message. */
class OutageIT {
  private static final Duration DOWN = Duration.ofSeconds(3);

  private final TestServers servers = TestServers.shared();
  private final Norway norway = Norway.ready();
  private int lettersBefore;

  @BeforeEach
  void countLetters() {
    lettersBefore = letters();
  }

  @Test
  void withoutTheDatabaseRequestsWait() {
    try (RunningService service = start()) {
      servers.stopPostgres();
      List<UUID> asked;
      List<UUID> exchanges = Stream.generate(UUID::randomUUID).limit(20).toList();
      try {
        asked = exchanges.stream().map(norway::ask).toList();
        stayDown(exchanges.getFirst());
      } finally {
        servers.startPostgres();
      }

      exchanges.forEach(this::awaitResponse);
      assertThat(asked).allSatisfy(id -> assertThat(service.timesHandled(id)).isEqualTo(1));
      assertThat(letters()).isEqualTo(lettersBefore);
    }
  }

  /**
   * It serves Estonia only, so that the schema of Norway's topic was not asked for at its start.
   */
  @Test
  void withoutTheSchemaRegistryRequestsWait() {
    Map<String, String> settings = new HashMap<>(norway.exchange().properties(Service.EVIDENCE));
    settings.put("exchange.countries", "ee");
    try (RunningService service = RunningService.start(settings)) {
      UUID exchangeId = UUID.randomUUID();
      UUID id;
      servers.stopSchemaRegistry();
      try {
        id = norway.ask(exchangeId);
        stayDown(exchangeId);
        assertThat(service.timesHandled(id)).isZero();
      } finally {
        servers.startSchemaRegistry();
      }

      awaitResponse(exchangeId);
      assertThat(service.timesHandled(id)).isEqualTo(1);
      assertThat(letters()).isEqualTo(lettersBefore);
    }
  }

  private void stayDown(UUID exchangeId) {
    await()
        .during(DOWN)
        .atMost(RunningService.PATIENCE)
        .until(() -> norway.responses(exchangeId).isEmpty());
  }

  private void awaitResponse(UUID exchangeId) {
    await().atMost(RunningService.PATIENCE).until(() -> !norway.responses(exchangeId).isEmpty());
  }

  private int letters() {
    return norway.exchange().topics().readAll(Norway.DEAD_LETTERS).size();
  }

  private RunningService start() {
    ExchangeFixture exchange = norway.exchange();
    return RunningService.start(exchange.properties(Service.EVIDENCE));
  }
}
