package eu.digitalnorth.attestation.messages;

import eu.digitalnorth.attestation.AttestationProperties;
import eu.digitalnorth.attestation.authentication.StatusPlace;
import eu.digitalnorth.attestation.store.StatusListRow;
import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.messaging.trust.TrustedKeys;
import eu.digitalnorth.trust.KeyDirectory;
import eu.digitalnorth.trust.status.Status;
import eu.digitalnorth.trust.status.StatusList;
import eu.digitalnorth.trust.status.StatusListIssuer;
import eu.digitalnorth.trust.status.StatusListOutcome;
import eu.digitalnorth.trust.status.StatusListToken;
import eu.digitalnorth.trust.status.StatusListVerifier;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Status lists as their country signs them. */
@Component
class StatusListTokens {
  private final KeyDirectory keys;
  private final AttestationProperties settings;
  private final StatusListVerifier verifier;
  private final Map<CountryCode, StatusListIssuer> issuers = new ConcurrentHashMap<>();

  StatusListTokens(KeyDirectory keys, TrustedKeys trusted, AttestationProperties settings) {
    this.keys = keys;
    this.settings = settings;
    this.verifier = new StatusListVerifier(trusted.ring());
  }

  /**
   * @param revoked places of revoked attestations
   * @throws IllegalStateException if others would refuse it: its key was revoked a moment ago, and
   *     the successor is not there yet
   */
  String sign(StatusListRow list, Instant issuedAt, Set<Integer> revoked) {
    Instant expiresAt = issuedAt.plus(settings.statusTimeToLive());
    Map<Integer, Status> others =
        revoked.stream().collect(Collectors.toMap(Function.identity(), place -> Status.INVALID));
    String token =
        issuers
            .computeIfAbsent(list.country(), this::issuer)
            .sign(
                new StatusListToken(
                    list.uri(),
                    issuedAt,
                    expiresAt,
                    settings.statusTimeToLive(),
                    StatusList.of(StatusPlace.LIST_SIZE, others)));
    if (verifier.verify(token, list.country(), list.uri(), issuedAt)
        instanceof StatusListOutcome.Refused(var reason)) {
      throw new IllegalStateException("Nobody would rely on a status list: " + reason);
    }
    return token;
  }

  private StatusListIssuer issuer(CountryCode country) {
    return new StatusListIssuer(keys.keys(country, Service.ATTESTATION.id()));
  }
}
