package eu.digitalnorth.evidence.exchange;

import eu.digitalnorth.evidence.domain.Outcome;
import eu.digitalnorth.messaging.envelope.Message;
import eu.digitalnorth.messaging.envelope.NameBasedIds;
import eu.digitalnorth.messaging.personal.PersonalParts;
import eu.digitalnorth.schemas.evidence.EdmErrorCode;
import eu.digitalnorth.schemas.evidence.EvidenceProvided;
import eu.digitalnorth.schemas.evidence.EvidenceRefused;
import eu.digitalnorth.schemas.evidence.EvidenceRequest;
import eu.digitalnorth.schemas.evidence.EvidenceResponse;
import eu.digitalnorth.schemas.wire.Authority;
import eu.digitalnorth.trust.encryption.RecipientKey;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * Writes evidence responses. Ids derive from the request's, so that a repetition gives the same.
 */
final class EvidenceResponseMapper {
  private static final String DISTRIBUTION = "application/avro";
  private static final String SEVERITY = "Error";

  private EvidenceResponseMapper() {}

  static EvidenceResponse write(
      Asked asked, eu.digitalnorth.country.Authority provider, Outcome outcome, Instant decidedAt) {
    Message<EvidenceRequest> request = asked.message();
    EvidenceResponse response =
        new EvidenceResponse(
            request.body().getExchangeId(),
            request.id(),
            NameBasedIds.derive(request.cause(), "evidence-response"),
            decidedAt,
            authority(provider),
            request.body().getRequester(),
            request.body().getEvidenceType(),
            null,
            null);
    switch (outcome) {
      case Outcome.Provided provided ->
          response.setProvided(provided(asked, provider, provided, decidedAt));
      case Outcome.Refused refused -> response.setRefused(refused(refused));
    }
    return response;
  }

  private static EvidenceProvided provided(
      Asked asked,
      eu.digitalnorth.country.Authority provider,
      Outcome.Provided provided,
      Instant decidedAt) {
    EvidenceRequest request = asked.message().body();
    RecipientKey reader =
        Objects.requireNonNull(
            asked.request().responseKey(), "The rules let no request pass without");
    SpecificRecordBase evidence = EvidenceMapper.write(provided.evidence());
    return new EvidenceProvided(
        NameBasedIds.derive(asked.cause(), "evidence"),
        authority(provider),
        evidence.getSchema().getFullName(),
        decidedAt.atZone(ZoneOffset.UTC).toLocalDate(),
        DISTRIBUTION,
        PersonalParts.seal(evidence, reader, request.getExchangeId().toString()));
  }

  private static EvidenceRefused refused(Outcome.Refused refused) {
    return new EvidenceRefused(
        EdmErrorCode.valueOf(refused.reason().code().name()),
        SEVERITY,
        refused.reason().name(),
        refused.explanation(),
        null);
  }

  private static Authority authority(eu.digitalnorth.country.Authority authority) {
    return new Authority(
        authority.id().country().value(), authority.id().value(), authority.name());
  }
}
