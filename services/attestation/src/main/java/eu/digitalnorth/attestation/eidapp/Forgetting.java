package eu.digitalnorth.attestation.eidapp;

import eu.digitalnorth.attestation.AttestationProperties;
import eu.digitalnorth.attestation.store.Authentications;
import eu.digitalnorth.attestation.store.DeceasedHolders;
import eu.digitalnorth.attestation.store.IssuedAttestations;
import eu.digitalnorth.attestation.store.StatusLists;
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
  private final StatusLists lists;
  private final DeceasedHolders deceased;
  private final AttestationProperties settings;
  private final Clock clock;

  Forgetting(
      Authentications authentications,
      IssuedAttestations attestations,
      StatusLists lists,
      DeceasedHolders deceased,
      AttestationProperties settings,
      Clock clock) {
    this.authentications = authentications;
    this.attestations = attestations;
    this.lists = lists;
    this.deceased = deceased;
    this.settings = settings;
    this.clock = clock;
  }

  @Scheduled(initialDelayString = "PT6M", fixedDelayString = "PT1H")
  void forget() {
    Instant limit = clock.instant().minus(settings.retention());
    log.info(
        "Forgot what is over: authentications={} attestations={} lists={} deaths={}",
        authentications.forgetDecidedBefore(limit),
        attestations.forgetInvalidBefore(limit),
        lists.forgetClosedBefore(limit),
        deceased.forgetNotedBefore(limit));
  }
}
