package eu.digitalnorth.messaging.delivery;

import static org.awaitility.Awaitility.await;

import eu.digitalnorth.messaging.lifecycle.ExchangeLifecycle;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ConfigurableApplicationContext;

/** A {@link TestService} that runs until it is closed. */
record RunningService(ConfigurableApplicationContext context) implements AutoCloseable {
  /** The machine may be busy. */
  static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Returns when the inboxes are open. */
  static RunningService start(Map<String, String> settings) {
    RunningService service = new RunningService(TestService.start(settings));
    await().atMost(PATIENCE).until(() -> service.get(ExchangeLifecycle.class).isOpen());
    return service;
  }

  <B> B get(Class<B> bean) {
    return context.getBean(bean);
  }

  int timesHandled(UUID message) {
    return get(TestHandler.class).timesHandled(message);
  }

  @Override
  public void close() {
    context.close();
  }
}
