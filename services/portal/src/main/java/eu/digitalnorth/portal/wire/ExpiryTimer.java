package eu.digitalnorth.portal.wire;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.ServedCountries;
import eu.digitalnorth.messaging.effect.UnitOfWork;
import eu.digitalnorth.portal.PortalProperties;
import eu.digitalnorth.portal.exchange.Exchange;
import eu.digitalnorth.portal.exchange.ExchangeState.Expired;
import eu.digitalnorth.portal.exchange.ExchangeState.Open;
import eu.digitalnorth.portal.exchange.Timeline;
import eu.digitalnorth.portal.store.ExchangeStore;
import eu.digitalnorth.portal.store.TimelineStore;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Ends exchanges whose answers do not come. Those who were asked refuse an expired request, with a
 * type, so that refusal is waited for during the grace period.
 */
final class ExpiryTimer {
  private static final Logger log = LoggerFactory.getLogger(ExpiryTimer.class);
  private static final int AT_A_TIME = 100;

  private final PortalProperties properties;
  private final ServedCountries served;
  private final ExchangeStore exchanges;
  private final TimelineStore timelines;
  private final UnitOfWork unitOfWork;
  private final Clock clock;

  ExpiryTimer(
      PortalProperties properties,
      ServedCountries served,
      ExchangeStore exchanges,
      TimelineStore timelines,
      UnitOfWork unitOfWork,
      Clock clock) {
    this.properties = properties;
    this.served = served;
    this.exchanges = exchanges;
    this.timelines = timelines;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "PT1S")
  void endExpired() {
    Instant limit = clock.instant().minus(properties.gracePeriod());
    for (CountryCode country : served.codes()) {
      List<UUID> overdue = exchanges.expiredBefore(limit, country, AT_A_TIME);
      if (!overdue.isEmpty()) {
        int ended = end(country, overdue);
        log.info("Ended exchanges that nobody answered: country={} count={}", country, ended);
      }
    }
  }

  @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
  void forget() {
    exchanges.forgetEndedBefore(clock.instant().minus(properties.retention()));
  }

  private int end(CountryCode country, List<UUID> overdue) {
    return unitOfWork.execute(
        country,
        effects -> {
          int ended = 0;
          for (Exchange exchange : exchanges.lock(country, overdue).values()) {
            if (exchange.state() instanceof Open open) {
              Expired expired = open.expire(effects.now());
              exchanges.save(exchange.in(expired));
              timelines.add(
                  exchange,
                  new Timeline(country, effects.now()).ended(expired, exchange.createdAt()));
              ended++;
            }
          }
          return ended;
        });
  }
}
