package eu.digitalnorth.attestation.eidapp;

import eu.digitalnorth.attestation.AttestationProperties;
import eu.digitalnorth.attestation.authentication.RevocationCause;
import eu.digitalnorth.attestation.authentication.StatusPlace;
import eu.digitalnorth.attestation.messages.AttestationStatusPublisher;
import eu.digitalnorth.attestation.messages.DeathsNoted;
import eu.digitalnorth.attestation.store.IssuedAttestations;
import eu.digitalnorth.attestation.store.StatusListRow;
import eu.digitalnorth.attestation.store.StatusLists;
import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.ServedCountries;
import eu.digitalnorth.messaging.effect.UnitOfWork;
import eu.digitalnorth.messaging.inbox.Outages;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Keeps the status lists true and fresh: has one ready before attestations refer to it, publishes
 * each again before half of its time has passed, and whatever revocation nobody published yet. Any
 * number of instances may do so.
 */
@Component
class StatusListKeeper implements DisposableBean {
  private static final Logger log = LoggerFactory.getLogger(StatusListKeeper.class);

  private final StatusLists lists;
  private final IssuedAttestations attestations;
  private final AttestationStatusPublisher status;
  private final UnitOfWork units;
  private final ServedCountries served;
  private final AttestationProperties settings;
  private final Clock clock;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("status-lists").factory());

  private volatile int current = -1;
  private volatile int opened = -1;

  StatusListKeeper(
      StatusLists lists,
      IssuedAttestations attestations,
      AttestationStatusPublisher status,
      UnitOfWork units,
      ServedCountries served,
      AttestationProperties settings,
      Clock clock) {
    this.lists = lists;
    this.attestations = attestations;
    this.status = status;
    this.units = units;
    this.served = served;
    this.settings = settings;
    this.clock = clock;
  }

  /** What is left to do is done the next time. */
  @Scheduled(fixedDelayString = "${exchange.attestation.status-check}")
  void keep() {
    try {
      haveListsReady();
      revokeThoseOfTheDead();
      lists.toPublish(served.codes(), clock.instant()).forEach(this::publish);
    } catch (RuntimeException e) {
      tell(e);
    }
  }

  /** Called after the commit, in a thread that others wait for. */
  @TransactionalEventListener
  void on(DeathsNoted deaths) {
    worker.execute(this::keep);
  }

  /** Publishes a list now, if there is something new in it. */
  void publishNow(CountryCode country, StatusPlace place) {
    try {
      publish(new StatusListRow.Id(country, place.list()));
    } catch (RuntimeException e) {
      tell(e);
    }
  }

  @Override
  public void destroy() {
    worker.shutdownNow();
  }

  private void haveListsReady() {
    StatusPlace last = lists.lastPlace();
    int needed = last.isInSecondHalf() ? last.list() + 1 : last.list();
    if (needed > opened) {
      for (CountryCode country : served.codes()) {
        for (int number = last.list(); number <= needed; number++) {
          lists.open(country, number);
        }
      }
      opened = needed;
    }
    if (last.list() > current) {
      lists.closeBefore(last.list(), clock.instant());
      current = last.list();
    }
  }

  private void revokeThoseOfTheDead() {
    Instant now = clock.instant();
    attestations
        .countriesOfTheDead(served.codes(), now, now.minus(settings.longestUse()))
        .forEach(this::revokeThoseOfTheDead);
  }

  private void revokeThoseOfTheDead(CountryCode country) {
    units.execute(
        country,
        effects -> {
          attestations
              .revokeOfTheDead(country, effects.now())
              .forEach(one -> status.revoked(one, RevocationCause.ON_DEATH, effects));
          return null;
        });
  }

  private void publish(StatusListRow.Id id) {
    units.execute(
        id.country(),
        effects -> {
          status.publishIfNeeded(id, effects);
          return null;
        });
  }

  private static void tell(RuntimeException e) {
    if (Outages.isOutage(e)) {
      log.warn("Cannot keep the status lists yet: cause={}", e.toString());
    } else {
      log.error("Cannot keep the status lists", e);
    }
  }
}
