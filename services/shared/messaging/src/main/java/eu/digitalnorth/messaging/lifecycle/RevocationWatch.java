package eu.digitalnorth.messaging.lifecycle;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.ServedCountries;
import eu.digitalnorth.messaging.effect.Effects;
import eu.digitalnorth.messaging.effect.Republisher;
import eu.digitalnorth.messaging.effect.UnitOfWork;
import eu.digitalnorth.messaging.envelope.NameBasedIds;
import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.messaging.trust.TrustedKeys;
import eu.digitalnorth.trust.key.KeyClaim;
import eu.digitalnorth.trust.key.KeyPurpose;
import eu.digitalnorth.trust.key.KeyStatement;
import eu.digitalnorth.trust.key.KeyUse;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Has everything on compacted topics published anew, once, when a key that this service signed it
 * with was revoked (the records, or the status lists in them), or the one that it is encrypted to.
 * The database remembers for which key that was done, so that neither a restart nor a second
 * instance leaves it out or does it twice.
 */
final class RevocationWatch implements DisposableBean {
  private static final Logger log = LoggerFactory.getLogger(RevocationWatch.class);
  private static final UUID OCCASIONS = UUID.fromString("0b8d0d43-9a55-5b0b-8f2f-61c7f2c8d6b1");
  private static final long RETRY_SECONDS = 5;
  private static final Set<KeyPurpose> SIGNING_WHAT_IS_KEPT =
      Set.of(KeyPurpose.MESSAGE_SIGNATURE, KeyPurpose.STATUS_SIGNATURE);

  private final Service service;
  private final ServedCountries served;
  private final List<Republisher> republishers;
  private final UnitOfWork units;
  private final JdbcClient jdbc;
  private final Clock clock;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("republication").factory());

  RevocationWatch(
      Service service,
      ServedCountries served,
      List<Republisher> republishers,
      UnitOfWork units,
      JdbcClient jdbc,
      Clock clock) {
    this.service = service;
    this.served = served;
    this.republishers = List.copyOf(republishers);
    this.units = units;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void watch(TrustedKeys keys) {
    if (!republishers.isEmpty()) {
      keys.onNews(this::hear);
    }
  }

  @Override
  public void destroy() {
    worker.shutdownNow();
  }

  private void hear(KeyStatement statement) {
    KeyClaim claim = statement.claim();
    if (claim.revokedAt() != null
        && concerns(claim.use())
        && served.codes().contains(claim.country())) {
      worker.execute(() -> republishUntilDone(claim.country(), claim.keyId().value()));
    }
  }

  private boolean concerns(KeyUse use) {
    return use.equals(KeyUse.NATIONAL_ENCRYPTION)
        || use.service().equals(service.id()) && SIGNING_WHAT_IS_KEPT.contains(use.purpose());
  }

  private void republishUntilDone(CountryCode country, String keyId) {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        units.executeInOrder(country, effects -> republishOnce(effects, keyId));
        return;
      } catch (RuntimeException e) {
        log.warn(
            "Cannot publish anew yet: country={} keyId={} cause={}",
            country,
            keyId,
            OutageLog.rootOf(e));
        pause();
      }
    }
  }

  private boolean republishOnce(Effects effects, String keyId) {
    if (!isFirst(effects.country(), keyId)) {
      return false;
    }
    UUID cause = NameBasedIds.derive(OCCASIONS, effects.country().lower() + '/' + keyId);
    republishers.forEach(republisher -> republisher.republish(effects, cause));
    log.info(
        "A key was revoked, so what depends on it is published anew: country={} keyId={}"
            + " records={}",
        effects.country(),
        keyId,
        effects.records().size());
    return true;
  }

  private boolean isFirst(CountryCode country, String keyId) {
    return jdbc.sql(
                """
                insert into republication (country, key_id, republished_at)
                values (:country, :keyId, :now)
                on conflict do nothing
                """)
            .param("country", country.lower())
            .param("keyId", keyId)
            .param("now", OffsetDateTime.now(clock))
            .update()
        == 1;
  }

  private static void pause() {
    try {
      TimeUnit.SECONDS.sleep(RETRY_SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
