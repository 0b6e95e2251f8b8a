package eu.digitalnorth.attestation.messages;

import eu.digitalnorth.attestation.authentication.IssuedAttestation;
import eu.digitalnorth.messaging.effect.AuditDetails;
import eu.digitalnorth.messaging.effect.Effects;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import org.springframework.stereotype.Component;

/** Tells all countries what became of an attestation. */
@Component
public class AttestationStatusPublisher {

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
}
