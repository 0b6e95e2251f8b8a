package eu.digitalnorth.evidence;

import static org.awaitility.Awaitility.await;

import eu.digitalnorth.messaging.fixture.ExchangeFixture.Received;
import eu.digitalnorth.messaging.lifecycle.ExchangeLifecycle;
import eu.digitalnorth.schemas.evidence.EvidenceRequest;
import eu.digitalnorth.schemas.evidence.EvidenceResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Estonia's evidence service as tests see it: one for all tests of the JVM, gone with it. Its
 * registers hold the people and the company of {@link Fixtures}.
 */
final class EvidenceService {
  /** The machine may be busy with other things. */
  static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Surroundings surroundings = new Surroundings();
  private final ConfigurableApplicationContext context;

  private EvidenceService() {
    surroundings.register(Fixtures.student(), 1);
    surroundings.register(Fixtures.withoutDiploma(), 1);
    surroundings.register(Fixtures.company(), 1);
    Stream<String> settings =
        surroundings.properties().entrySet().stream()
            .map(setting -> "--" + setting.getKey() + "=" + setting.getValue());
    Stream<String> own = Stream.of("--spring.config.name=evidence", "--server.port=0");
    context =
        new SpringApplicationBuilder(EvidenceApplication.class)
            .run(Stream.concat(settings, own).toArray(String[]::new));
    await().atMost(PATIENCE).until(() -> context.getBean(ExchangeLifecycle.class).isOpen());
  }

  /** Starts it at the first call. */
  static EvidenceService ofEstonia() {
    return Holder.SHARED;
  }

  Surroundings surroundings() {
    return surroundings;
  }

  EvidenceResponse answerTo(EvidenceRequest request) {
    surroundings.send(surroundings.record(request));
    return answersIn(request, 1).getFirst().body();
  }

  /** Waits for so many answers to a request. */
  List<Received<EvidenceResponse>> answersIn(EvidenceRequest request, int atLeast) {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> surroundings.responses(request.getExchangeId()),
            answers -> answers.size() >= atLeast);
  }

  private static final class Holder {
    private static final EvidenceService SHARED = new EvidenceService();
  }
}
