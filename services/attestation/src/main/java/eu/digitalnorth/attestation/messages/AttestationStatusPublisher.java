package eu.digitalnorth.attestation.messages;

import eu.digitalnorth.attestation.authentication.IssuedAttestation;
import eu.digitalnorth.attestation.store.IssuedAttestations;
import eu.digitalnorth.messaging.effect.AuditDetails;
import eu.digitalnorth.messaging.effect.Effects;
import eu.digitalnorth.messaging.effect.Republisher;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells all countries what became of an attestation. */
@Component
public class AttestationStatusPublisher implements Republisher {
  private final IssuedAttestations attestations;

  AttestationStatusPublisher(IssuedAttestations attestations) {
    this.attestations = attestations;
  }

  /** Within the transaction that revoked it, with the time of its effects. */
  public void publishRevoked(IssuedAttestation attestation, Effects effects) {
    effects.send(
        DerivedIds.revocation(attestation),
        TopicCatalogue.ATTESTATION_STATUS,
        effects.country(),
        attestation.id().toString(),
        AttestationAvroMapper.revoked(attestation, effects.now()),
        AuditDetails.none().about(attestation.subject()));
  }

  /** Those that were revoked and would still be accepted. */
  @Override
  public void republish(Effects effects, UUID cause) {
    for (IssuedAttestation revoked : attestations.lockRevoked(effects.country(), effects.now())) {
      effects.publish(
          cause,
          TopicCatalogue.ATTESTATION_STATUS,
          revoked.id().toString(),
          AttestationAvroMapper.revoked(revoked, Objects.requireNonNull(revoked.revokedAt())));
    }
  }
}
