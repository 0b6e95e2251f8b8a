package eu.digitalnorth.attestation.eidapp;

import eu.digitalnorth.attestation.authentication.NoLongerPendingException;
import eu.digitalnorth.attestation.store.Authentications;
import eu.digitalnorth.attestation.store.Authentications.Due;
import eu.digitalnorth.messaging.ServedCountries;
import eu.digitalnorth.messaging.inbox.Outages;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Ends authentications that nobody decided on in time. */
@Component
class ExpiryTimer {
  private static final Logger log = LoggerFactory.getLogger(ExpiryTimer.class);

  private final Authentications authentications;
  private final AuthenticationDecisions decisions;
  private final ServedCountries countries;
  private final Clock clock;

  ExpiryTimer(
      Authentications authentications,
      AuthenticationDecisions decisions,
      ServedCountries countries,
      Clock clock) {
    this.authentications = authentications;
    this.decisions = decisions;
    this.countries = countries;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${exchange.attestation.expiry-check}")
  void expire() {
    try {
      authentications.due(countries.codes(), clock.instant()).forEach(this::expire);
    } catch (RuntimeException e) {
      tell(e);
    }
  }

  private void expire(Due due) {
    try {
      decisions.expire(due.country(), due.id());
    } catch (NoLongerPendingException e) {
      log.debug("Decided by somebody else in the meantime: country={}", due.country());
    } catch (RuntimeException e) { // those that follow need not wait for this one
      tell(e);
    }
  }

  private static void tell(RuntimeException e) {
    if (Outages.isOutage(e)) {
      log.warn("Cannot end expired authentications yet: cause={}", e.toString());
    } else {
      log.error("Cannot end an expired authentication", e);
    }
  }
}
