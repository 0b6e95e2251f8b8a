package eu.digitalnorth.attestation.eidapp;

import eu.digitalnorth.attestation.authentication.IssuedAttestation;
import eu.digitalnorth.attestation.authentication.RevocationCause;
import eu.digitalnorth.attestation.messages.AttestationStatusPublisher;
import eu.digitalnorth.attestation.store.IssuedAttestations;
import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.effect.Effects;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;

/** Takes attestations back before their time. */
@Service
class Revocations {
  private final OneMoment work;
  private final IssuedAttestations attestations;
  private final AttestationStatusPublisher status;
  private final StatusListKeeper lists;

  Revocations(
      OneMoment work,
      IssuedAttestations attestations,
      AttestationStatusPublisher status,
      StatusListKeeper lists) {
    this.work = work;
    this.attestations = attestations;
    this.status = status;
    this.lists = lists;
  }

  /**
   * All countries are told. Once is enough: revoking it again changes nothing.
   *
   * @param theirs which ones the caller may revoke; others are not there for them
   */
  IssuedAttestation revoke(
      CountryCode country, UUID id, Predicate<IssuedAttestation> theirs, RevocationCause why) {
    IssuedAttestation revoked =
        work.execute(country, effects -> revoke(country, id, theirs, why, effects));
    lists.publishNow(country, revoked.place());
    return revoked;
  }

  private IssuedAttestation revoke(
      CountryCode country,
      UUID id,
      Predicate<IssuedAttestation> theirs,
      RevocationCause why,
      Effects effects) {
    IssuedAttestation attestation =
        attestations
            .lock(country, id)
            .filter(theirs)
            .orElseThrow(() -> new UnknownResourceException("There is no such attestation"));
    if (attestation.isRevoked()) {
      return attestation;
    }
    attestations.revoke(country, id, effects.now());
    status.revoked(attestation, why, effects);
    return attestation.revoke(effects.now());
  }
}
