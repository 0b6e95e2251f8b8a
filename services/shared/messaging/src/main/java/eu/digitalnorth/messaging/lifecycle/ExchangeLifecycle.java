package eu.digitalnorth.messaging.lifecycle;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.envelope.RawRecord;
import eu.digitalnorth.messaging.state.StateProcessor;
import eu.digitalnorth.messaging.store.OutboxRelay;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * How a service comes up: the registry must have its schemas; then it sends what a crash left in
 * the outbox, reads the keys of all participants and then the other compacted topics to the end,
 * and only then opens its inboxes. Until then it is not ready.
 */
public final class ExchangeLifecycle implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(ExchangeLifecycle.class);
  private static final Duration RELAY_INTERVAL = Duration.ofSeconds(5);
  private static final Duration RETRY_INTERVAL = Duration.ofMillis(500);

  private final Collection<CountryCode> countries;
  private final SchemaCheck schemas;
  private final TopicCheck topics;
  private final TrustReader trust;
  private final StateCatchUp catchUp;
  private final Containers containers;
  private final StateProcessor stateProcessor;
  private final WatchedInboxes inboxes;
  private final OutboxRelay relay;
  private final RunningContainers running = new RunningContainers();

  private volatile ScheduledExecutorService timer = newTimer();
  private volatile boolean started;
  private volatile boolean open;

  ExchangeLifecycle(
      Collection<CountryCode> countries,
      SchemaCheck schemas,
      TopicCheck topics,
      TrustReader trust,
      StateCatchUp catchUp,
      Containers containers,
      StateProcessor stateProcessor,
      WatchedInboxes inboxes,
      OutboxRelay relay) {
    this.countries = countries;
    this.schemas = schemas;
    this.topics = topics;
    this.trust = trust;
    this.catchUp = catchUp;
    this.containers = containers;
    this.stateProcessor = stateProcessor;
    this.inboxes = inboxes;
    this.relay = relay;
  }

  /** Whether the inboxes are open. */
  public boolean isOpen() {
    return open;
  }

  /**
   * Returns when the schemas are as they must be; the inboxes open later.
   *
   * @throws SchemaMismatchException if the registry has other schemas
   */
  @Override
  public void start() {
    schemas.await(countries);
    started = true;
    running.open();
    timer = newTimer();
    timer.execute(this::open);
    timer.execute(() -> relay(relay::sendAll)); // nobody else sends what a crash left
    timer.scheduleWithFixedDelay(
        () -> relay(relay::sendLeftovers),
        RELAY_INTERVAL.toMillis(),
        RELAY_INTERVAL.toMillis(),
        TimeUnit.MILLISECONDS);
  }

  @Override
  public void stop() {
    started = false;
    open = false;
    timer.shutdownNow();
    running.close();
  }

  @Override
  public boolean isRunning() {
    return started;
  }

  private void open() {
    while (started && !open) {
      try {
        countries.forEach(country -> topics.check(country, neededTopics(country)));
        readTrust(countries.iterator().next());
        countries.forEach(this::readStates);
        countries.forEach(this::openInboxes);
        open = started;
        log.info("Inboxes are open: countries={}", countries);
      } catch (RuntimeException e) {
        if (started) {
          log.warn("Cannot open the inboxes yet: cause={}", OutageLog.rootOf(e));
          running.stopAll();
          pause();
        }
      }
    }
  }

  private List<String> neededTopics(CountryCode country) {
    Stream<String> read =
        Stream.concat(catchUp.endpointsOf(country).keySet().stream(), inboxes.topics(country));
    return Stream.concat(trust.topics().stream(), read).distinct().toList();
  }

  private void readTrust(CountryCode reader) {
    running.start(containers.trust(reader, trust.readToEnd(reader, () -> started), trust::accept));
  }

  private void readStates(CountryCode country) {
    var endpoints = catchUp.endpointsOf(country);
    if (!endpoints.isEmpty()) {
      Consumer<List<RawRecord>> processor =
          records -> stateProcessor.process(endpoints, country, records);
      catchUp.readToEnd(country, processor, () -> started);
      running.start(containers.state(country, catchUp.nextOffsets(country), processor));
    }
  }

  private void openInboxes(CountryCode country) {
    inboxes
        .of(country)
        .forEach((topic, watch) -> running.start(containers.inbox(country, topic, watch)));
  }

  private void relay(Consumer<CountryCode> send) {
    for (CountryCode country : countries) {
      try {
        send.accept(country);
      } catch (RuntimeException e) {
        log.warn(
            "The relay could not send, and will try again: country={} cause={}",
            country,
            OutageLog.rootOf(e));
      }
    }
  }

  private void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(RETRY_INTERVAL.toMillis());
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
