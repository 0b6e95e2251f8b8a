package eu.digitalnorth.messaging.observe;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.topic.Topic;
import eu.digitalnorth.schemas.audit.AuditEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Counts and times what happens to messages. */
public final class MessageMetrics {
  /** Where nobody asks for numbers. */
  public static final MessageMetrics NONE = new MessageMetrics(new CompositeMeterRegistry());

  private static final Duration[] BUCKETS = {
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofMillis(2500),
    Duration.ofSeconds(5),
    Duration.ofSeconds(10),
    Duration.ofSeconds(30),
    Duration.ofMinutes(1)
  };

  private final MeterRegistry registry;

  public MessageMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  /** What a message goes through at its receiver's. */
  public enum Stage {
    /** On the broker, until a batch with it is taken up. */
    WAITING,
    /** From then on until all that follows from it is committed, sent and acknowledged. */
    PROCESSING;

    private String tag() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What an inbox's messages go through. */
  public Timer stage(CountryCode country, Topic<?> topic, Stage stage) {
    return Timer.builder("exchange.stage")
        .description("How long messages are in a stage")
        .tag("country", country.lower())
        .tag("topic", topic.name())
        .tag("stage", stage.tag())
        .serviceLevelObjectives(BUCKETS)
        .register(registry);
  }

  /** How far an inbox is behind: the age of the oldest record that is not done with. */
  public void lag(CountryCode country, Topic<?> topic, Supplier<Number> seconds) {
    Gauge.builder("exchange.inbox.lag", seconds)
        .description("Age of the oldest message that was taken up and is not done with")
        .baseUnit("seconds")
        .tag("country", country.lower())
        .tag("topic", topic.name())
        .strongReference(true)
        .register(registry);
  }

  /** What was committed, and no broker has acknowledged yet; asked for at each look. */
  public void outbox(Supplier<Number> records) {
    Gauge.builder("exchange.outbox.records", records)
        .description("Records that wait in the database to be sent")
        .strongReference(true)
        .register(registry);
  }

  /** Counts what the ledger is told of decisions and refusals, once that is committed. */
  public void audited(CountryCode country, AuditEvent event) {
    if (this == NONE) {
      return;
    }
    switch (event.getAction()) {
      case DECIDED -> decided(country, event);
      case REJECTED -> rejected(country, event);
      default -> {} // what was sent and received is seen at the stages
    }
  }

  /**
   * An exchange came to its end, once that is committed.
   *
   * @param state how it ended
   * @param duration since it was started
   */
  public void ended(CountryCode country, String state, Duration duration) {
    Timer timer =
        Timer.builder("exchange.duration")
            .description("How long exchanges took, by how they ended")
            .tag("country", country.lower())
            .tag("state", state)
            .serviceLevelObjectives(BUCKETS)
            .register(registry);
    onceCommitted(() -> timer.record(duration));
  }

  private void decided(CountryCode country, AuditEvent event) {
    count(
        Counter.builder("exchange.decisions")
            .description("What was decided upon messages, by outcome")
            .tag("country", country.lower())
            .tag("topic", withoutCountry(event))
            .tag("outcome", Objects.requireNonNullElse(event.getOutcome(), "")));
  }

  private void rejected(CountryCode country, AuditEvent event) {
    count(
        Counter.builder("exchange.dead.letters")
            .description("Records that were no messages, by reason")
            .tag("country", country.lower())
            .tag("topic", withoutCountry(event))
            .tag("reason", Objects.requireNonNullElse(event.getOutcome(), "")));
  }

  private void count(Counter.Builder counter) {
    Counter registered = counter.register(registry);
    onceCommitted(registered::increment);
  }

  /** {@code ee.evidence.request.v1} is {@code evidence.request.v1}, whose country has a tag. */
  private static String withoutCountry(AuditEvent event) {
    String topic = Objects.requireNonNullElse(event.getTopic(), "");
    return topic.substring(topic.indexOf('.') + 1);
  }

  /** A transaction that met another is repeated, and must not count twice. */
  private static void onceCommitted(Runnable counting) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      counting.run();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            counting.run();
          }
        });
  }
}
