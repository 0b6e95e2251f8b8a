package eu.digitalnorth.attestation.eidapp;

import eu.digitalnorth.attestation.AttestationProperties;
import eu.digitalnorth.attestation.store.Authentications;
import eu.digitalnorth.attestation.store.IssuedAttestations;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps nothing longer than it can matter. */
@Component
class Forgetting {
  private static final Logger log = LoggerFactory.getLogger(Forgetting.class);

  private final Authentications authentications;
  private final IssuedAttestations attestations;
  private final AttestationProperties settings;
  private final Clock clock;

  Forgetting(
      Authentications authentications,
      IssuedAttestations attestations,
      AttestationProperties settings,
      Clock clock) {
    this.authentications = authentications;
    this.attestations = attestations;
    this.settings = settings;
    this.clock = clock;
  }

  @Scheduled(initialDelayString = "PT6M", fixedDelayString = "PT1H")
  void forget() {
    Instant limit = clock.instant().minus(settings.retention());
    log.info(
        "Forgot what is over: authentications={} attestations={}",
        authentications.forgetDecidedBefore(limit),
        attestations.forgetInvalidBefore(limit));
  }
}
