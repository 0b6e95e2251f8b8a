package eu.digitalnorth.evidence.exchange;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.state.StateHandler;
import eu.digitalnorth.messaging.state.StateRecord;
import eu.digitalnorth.messaging.trust.TrustedKeys;
import eu.digitalnorth.schemas.eid.AttestationStatus;
import eu.digitalnorth.trust.status.StatusListOutcome;
import eu.digitalnorth.trust.status.StatusListRefusal;
import eu.digitalnorth.trust.status.StatusListVerifier;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in status lists. One that is not to be relied on is passed over, so that it takes the place
 * of no good one; if none comes, that one goes stale.
 */
final class StatusListIntake implements StateHandler<AttestationStatus> {
  private static final Logger log = LoggerFactory.getLogger(StatusListIntake.class);

  private final StatusListRows rows;
  private final TrustedKeys keys;
  private final StatusListVerifier verifier;
  private final Clock clock;

  StatusListIntake(StatusListRows rows, TrustedKeys keys, Clock clock) {
    this.rows = rows;
    this.keys = keys;
    this.verifier = new StatusListVerifier(keys.ring());
    this.clock = clock;
  }

  @Override
  public void apply(CountryCode reader, List<StateRecord<AttestationStatus>> records) {
    for (StateRecord<AttestationStatus> record : records) {
      StatusListId id = new StatusListId(record.owner(), record.key());
      AttestationStatus status = record.value();
      if (status == null) {
        rows.forget(reader, id);
      } else {
        take(reader, id, status);
      }
    }
  }

  private void take(CountryCode reader, StatusListId id, AttestationStatus status) {
    StatusListOutcome outcome = verify(id, status);
    if (outcome instanceof StatusListOutcome.UnknownKey(var keyId) && keys.await(keyId)) {
      outcome = verify(id, status);
    }
    switch (outcome) {
      case StatusListOutcome.Verified(var token)
          when token.issuedAt().equals(status.getIssuedAt().truncatedTo(ChronoUnit.SECONDS)) ->
          rows.keep(reader, id, status.getToken(), status.getIssuedAt());
      case StatusListOutcome.Verified other -> passOver(id, "OTHER_TIME");
      case StatusListOutcome.UnknownKey unknown -> passOver(id, "UNKNOWN_KEY");
      case StatusListOutcome.Refused(StatusListRefusal reason)
          when reason == StatusListRefusal.STALE ->
          log.debug("Passing over a stale status list: issuer={} uri={}", id.issuer(), id.uri());
      case StatusListOutcome.Refused(StatusListRefusal reason) -> passOver(id, reason.name());
    }
  }

  private StatusListOutcome verify(StatusListId id, AttestationStatus status) {
    return verifier.verify(status.getToken(), id.issuer(), id.uri(), clock.instant());
  }

  private static void passOver(StatusListId id, String reason) {
    log.warn(
        "Passing over a status list: issuer={} uri={} reason={}", id.issuer(), id.uri(), reason);
  }
}
