package eu.digitalnorth.messaging.lifecycle;

import eu.digitalnorth.messaging.ExchangeProperties;
import eu.digitalnorth.messaging.store.Inbox;
import eu.digitalnorth.messaging.store.Outbox;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Forgets messages that can no longer be redelivered, since their topics no longer retain them. */
final class Housekeeping {
  private static final Logger log = LoggerFactory.getLogger(Housekeeping.class);

  private final ExchangeProperties properties;
  private final Inbox inbox;
  private final Outbox outbox;
  private final Clock clock;

  Housekeeping(ExchangeProperties properties, Inbox inbox, Outbox outbox, Clock clock) {
    this.properties = properties;
    this.inbox = inbox;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT1H")
  void forget() {
    Instant limit = clock.instant().minus(properties.outboxRetention());
    log.info(
        "Forgot old messages: received={} sent={}",
        inbox.forgetOlderThan(limit),
        outbox.forgetSentBefore(limit));
  }
}
