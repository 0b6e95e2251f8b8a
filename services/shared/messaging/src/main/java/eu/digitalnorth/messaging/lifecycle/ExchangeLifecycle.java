package eu.digitalnorth.messaging.lifecycle;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.ExchangeProperties;
import eu.digitalnorth.messaging.inbox.InboxEndpoint;
import eu.digitalnorth.messaging.inbox.InboxProcessor;
import eu.digitalnorth.messaging.kafka.KafkaClients;
import eu.digitalnorth.messaging.state.StateProcessor;
import eu.digitalnorth.messaging.store.OutboxRelay;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;

/**
 * How a service comes up: the registry must have its schemas; then it sends what a crash left in
 * the outbox, reads the compacted topics to the end, and only then opens its inboxes. Until then it
 * is not ready.
 */
public final class ExchangeLifecycle implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(ExchangeLifecycle.class);
  private static final Duration RELAY_INTERVAL = Duration.ofSeconds(5);
  private static final Duration CATCH_UP_INTERVAL = Duration.ofMillis(100);
  private static final Duration RETRY_INTERVAL = Duration.ofMillis(500);

  private final ExchangeProperties properties;
  private final Collection<CountryCode> countries;
  private final SchemaCheck schemas;
  private final StateCatchUp catchUp;
  private final Containers containers;
  private final KafkaClients clients;
  private final StateProcessor stateProcessor;
  private final InboxProcessor inboxProcessor;
  private final Collection<InboxEndpoint<?>> inboxes;
  private final OutboxRelay relay;
  private final Clock clock;
  private final List<AbstractMessageListenerContainer<byte[], byte[]>> running = new ArrayList<>();

  private volatile ScheduledExecutorService timer = newTimer();
  private volatile boolean started;
  private volatile boolean open;

  ExchangeLifecycle(
      ExchangeProperties properties,
      Collection<CountryCode> countries,
      SchemaCheck schemas,
      StateCatchUp catchUp,
      Containers containers,
      KafkaClients clients,
      StateProcessor stateProcessor,
      InboxProcessor inboxProcessor,
      Collection<InboxEndpoint<?>> inboxes,
      OutboxRelay relay,
      Clock clock) {
    this.properties = properties;
    this.countries = countries;
    this.schemas = schemas;
    this.catchUp = catchUp;
    this.containers = containers;
    this.clients = clients;
    this.stateProcessor = stateProcessor;
    this.inboxProcessor = inboxProcessor;
    this.inboxes = inboxes;
    this.relay = relay;
    this.clock = clock;
  }

  /** Whether the inboxes are open. */
  public boolean isOpen() {
    return open;
  }

  @Override
  public void start() {
    started = true;
    timer = newTimer();
    awaitSchemas();
    timer.execute(this::open);
    timer.scheduleWithFixedDelay(
        this::sendLeftovers, 0, RELAY_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void stop() {
    started = false;
    open = false;
    timer.shutdownNow();
    synchronized (running) {
      running.forEach(c -> c.stop(() -> {}));
      running.forEach(AbstractMessageListenerContainer::stop);
      running.clear();
    }
  }

  @Override
  public boolean isRunning() {
    return started;
  }

  private void awaitSchemas() {
    Instant deadline = clock.instant().plus(properties.startTimeout());
    while (true) {
      try {
        schemas.check(countries);
        return;
      } catch (IOException e) {
        if (clock.instant().isAfter(deadline)) {
          throw new IllegalStateException(
              "No schema registry at "
                  + properties.schemaRegistry().url()
                  + " (exchange.schema-registry.url) within "
                  + properties.startTimeout(),
              e);
        }
        log.info("Waiting for the schema registry: url={}", properties.schemaRegistry().url());
        pause(RETRY_INTERVAL);
      }
    }
  }

  private void open() {
    while (started && !open) {
      try {
        awaitTopics();
        readStates();
        countries.forEach(this::openInboxes);
        open = true;
        log.info("Inboxes are open: service={} countries={}", properties.service(), countries);
      } catch (RuntimeException e) {
        if (started) {
          log.warn("Cannot open the inboxes yet: cause={}", OutageLog.rootOf(e));
          stopContainers();
          pause(RETRY_INTERVAL);
        }
      }
    }
  }

  private void awaitTopics() {
    List<String> needed =
        countries.stream()
            .flatMap(
                country ->
                    Stream.concat(
                        catchUp.endpointsOf(country).keySet().stream(),
                        inboxes.stream().map(inbox -> inbox.topic().nameFor(country))))
            .toList();
    try (Admin admin = clients.admin(countries.iterator().next())) {
      admin.describeTopics(needed).allTopicNames().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          "Not all topics are there: create them before the services start", e.getCause());
    }
  }

  private void readStates() {
    Map<CountryCode, Map<TopicPartition, Long>> ends = new LinkedHashMap<>();
    for (CountryCode country : countries) {
      Map<String, ?> endpoints = catchUp.endpointsOf(country);
      if (!endpoints.isEmpty()) {
        ends.put(country, catchUp.ends(country));
        startStateContainer(country);
      }
    }
    ends.forEach(this::awaitEnds);
  }

  private void startStateContainer(CountryCode country) {
    var endpoints = catchUp.endpointsOf(country);
    run(
        containers.state(
            country,
            catchUp.nextOffsets(country),
            records -> stateProcessor.process(endpoints, country, records)));
  }

  private void awaitEnds(CountryCode country, Map<TopicPartition, Long> ends) {
    while (started && !catchUp.reached(country, ends)) {
      pause(CATCH_UP_INTERVAL);
    }
  }

  private void openInboxes(CountryCode country) {
    for (InboxEndpoint<?> inbox : inboxes) {
      run(
          containers.inbox(
              country,
              inbox.topic().nameFor(country),
              records -> inboxProcessor.process(inbox, country, records)));
    }
  }

  private void run(AbstractMessageListenerContainer<byte[], byte[]> container) {
    synchronized (running) {
      if (started) {
        container.start();
        running.add(container);
      }
    }
  }

  private void stopContainers() {
    synchronized (running) {
      running.forEach(AbstractMessageListenerContainer::stop);
      running.clear();
    }
  }

  private void sendLeftovers() {
    for (CountryCode country : countries) {
      try {
        relay.sendLeftovers(country);
      } catch (RuntimeException e) {
        log.warn("The relay could not send, and will try again: country={}", country, e);
      }
    }
  }

  private void pause(Duration duration) {
    try {
      TimeUnit.MILLISECONDS.sleep(duration.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      started = false;
    }
  }

  private static ScheduledExecutorService newTimer() {
    return Executors.newScheduledThreadPool(
        2, Thread.ofPlatform().daemon().name("exchange-lifecycle-", 0).factory());
  }
}
