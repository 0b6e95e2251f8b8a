package eu.digitalnorth.messaging.delivery;

import eu.digitalnorth.messaging.envelope.CloudEventHeaders;
import eu.digitalnorth.messaging.fixture.Personal;
import eu.digitalnorth.schemas.eid.LoginHint;
import eu.digitalnorth.schemas.evidence.EvidenceRequest;
import eu.digitalnorth.schemas.wire.Authority;
import eu.digitalnorth.schemas.wire.EvidenceType;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Evidence requests of a Norwegian authority to Estonia. */
final class Requests {
  private Requests() {}

  static EvidenceRequest ordinary(UUID exchange) {
    return withProcedure(exchange, "T2");
  }

  static EvidenceRequest withProcedure(UUID exchange, String procedure) {
    Instant now = CloudEventHeaders.toMillis(Instant.now());
    return EvidenceRequest.newBuilder()
        .setExchangeId(exchange)
        .setIssuedAt(now)
        .setExpiresAt(now.plus(Duration.ofMinutes(5)))
        .setProcedure(procedure)
        .setEvidenceType(EvidenceType.DIPLOMA)
        .setRequester(new Authority("NO", "uni", "A university"))
        .setProviderCountry("EE")
        .setExplicitRequestGiven(true)
        .setPossibilityForPreview(false)
        .setAttestingCountry("EE")
        .setAttestationId(UUID.randomUUID())
        .setAttestation(
            Personal.sealedTo(
                Norway.EE, new LoginHint("ee-isikukood", "39901012239", null, null), exchange))
        .setResponseKey(Personal.responseKey())
        .build();
  }
}
