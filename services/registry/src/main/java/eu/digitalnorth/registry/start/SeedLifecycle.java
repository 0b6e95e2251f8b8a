package eu.digitalnorth.registry.start;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.country.identifier.IdentifierSchemes;
import eu.digitalnorth.messaging.ExchangeProperties;
import eu.digitalnorth.messaging.ServedCountries;
import eu.digitalnorth.messaging.codec.RegistryUnavailableException;
import eu.digitalnorth.messaging.store.OutboxRelay;
import eu.digitalnorth.registry.RegistryProperties;
import eu.digitalnorth.registry.seed.RegisterSeed;
import eu.digitalnorth.registry.seed.World;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Fills the registers before the inboxes open, since a life event must find its people, and then
 * publishes what they hold. Others read the register topics to the end as they start: this service
 * is ready only when everything is there.
 */
@Component
class SeedLifecycle implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(SeedLifecycle.class);
  private static final Duration RETRY_INTERVAL = Duration.ofMillis(500);

  private final Seeder seeder;
  private final OutboxRelay relay;
  private final ServedCountries served;
  private final CountryProfiles profiles;
  private final IdentifierSchemes schemes;
  private final RegistryProperties properties;
  private final ExchangeProperties exchange;
  private final Clock clock;
  private volatile @Nullable Thread publishing;
  private volatile boolean published;

  SeedLifecycle(
      Seeder seeder,
      OutboxRelay relay,
      ServedCountries served,
      CountryProfiles profiles,
      IdentifierSchemes schemes,
      RegistryProperties properties,
      ExchangeProperties exchange,
      Clock clock) {
    this.seeder = seeder;
    this.relay = relay;
    this.served = served;
    this.profiles = profiles;
    this.schemes = schemes;
    this.properties = properties;
    this.exchange = exchange;
    this.clock = clock;
  }

  /** Whether everything that the registers began with has reached the topics. */
  boolean isPublished() {
    return published;
  }

  /** Before the inboxes open (they are of the default phase), after the web server. */
  @Override
  public int getPhase() {
    return DEFAULT_PHASE - 1;
  }

  @Override
  public void start() {
    Instant began = clock.instant();
    seedMissing();
    publishing = Thread.ofVirtual().name("seed-publishing").start(() -> publish(began));
  }

  @Override
  public void stop() {
    Thread thread = publishing;
    publishing = null;
    published = false;
    if (thread != null) {
      thread.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return publishing != null;
  }

  private void seedMissing() {
    List<CountryCode> missing =
        served.codes().stream().filter(country -> !seeder.isSeeded(country)).toList();
    if (missing.isEmpty()) {
      return;
    }
    Map<CountryCode, RegisterSeed> world =
        World.create(properties.seed(), properties.size(), profiles, schemes);
    Instant deadline = clock.instant().plus(exchange.startTimeout());
    try (ExecutorService seeding =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      CompletableFuture.allOf(
              missing.stream()
                  .map(
                      country ->
                          CompletableFuture.runAsync(
                              () ->
                                  seed(
                                      country,
                                      Objects.requireNonNull(world.get(country)),
                                      deadline),
                              seeding))
                  .toArray(CompletableFuture[]::new))
          .join();
    }
  }

  /** What is published is encoded with the registry's schema ids, so it must be there. */
  private void seed(CountryCode country, RegisterSeed content, Instant deadline) {
    while (true) {
      try {
        seeder.seed(country, content);
        return;
      } catch (RegistryUnavailableException e) {
        if (clock.instant().isAfter(deadline) || !pause()) {
          throw e;
        }
        log.info("Waiting for the schema registry: url={}", exchange.schemaRegistry().url());
      }
    }
  }

  private void publish(Instant began) {
    for (CountryCode country : served.codes()) {
      while (!sent(country)) {
        if (!pause()) {
          return;
        }
      }
    }
    published = true;
    log.info(
        "The registers are published: countries={} seconds={}",
        served.codes(),
        Duration.between(began, clock.instant()).toMillis() / 1000.0);
  }

  private boolean sent(CountryCode country) {
    try {
      relay.sendAll(country);
      return true;
    } catch (RuntimeException e) {
      log.warn("Cannot publish the registers yet: country={} cause={}", country, e.toString());
      return false;
    }
  }

  private static boolean pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(RETRY_INTERVAL.toMillis());
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
