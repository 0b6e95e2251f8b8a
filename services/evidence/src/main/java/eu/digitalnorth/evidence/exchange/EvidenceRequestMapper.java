package eu.digitalnorth.evidence.exchange;

import eu.digitalnorth.country.AuthorityId;
import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.EvidenceTypeCode;
import eu.digitalnorth.country.ProcedureCode;
import eu.digitalnorth.evidence.domain.EvidenceRequest;
import eu.digitalnorth.evidence.domain.Presented;
import eu.digitalnorth.evidence.domain.Presented.Fault;
import eu.digitalnorth.messaging.envelope.RejectedRecordException;
import eu.digitalnorth.messaging.personal.NationalKeys;
import eu.digitalnorth.messaging.personal.PersonalParts;
import eu.digitalnorth.messaging.personal.ResponseKeys;
import eu.digitalnorth.schemas.wire.EvidenceType;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads evidence requests: what is not what it should be becomes null, for the rules to refuse. */
final class EvidenceRequestMapper {
  private final AttestationReader attestations;
  private final NationalKeys keys;

  EvidenceRequestMapper(AttestationReader attestations, NationalKeys keys) {
    this.attestations = attestations;
    this.keys = keys;
  }

  /**
   * @param asked the country that is asked
   * @param now decides whether the attestation has run out
   * @throws eu.digitalnorth.messaging.inbox.NotYetException if it may soon be known who signed it
   */
  EvidenceRequest read(
      eu.digitalnorth.schemas.evidence.EvidenceRequest wire, CountryCode asked, Instant now) {
    CountryCode issuer = orNull(CountryCode::new, wire.getAttestingCountry());
    return new EvidenceRequest(
        wire.getExchangeId(),
        wire.getSpecification(),
        wire.getIssuedAt(),
        wire.getExpiresAt(),
        orNull(ProcedureCode::new, wire.getProcedure()),
        type(wire.getEvidenceType()),
        CountryCode.of(wire.getRequester().getCountry()),
        orNull(AuthorityId::new, wire.getRequester().getId()),
        wire.getExplicitRequestGiven(),
        issuer,
        wire.getAttestationId(),
        presented(wire, issuer, asked, now),
        ResponseKeys.read(wire.getResponseKey()).orElse(null));
  }

  private Presented presented(
      eu.digitalnorth.schemas.evidence.EvidenceRequest wire,
      @Nullable CountryCode issuer,
      CountryCode asked,
      Instant now) {
    if (issuer == null) {
      return new Presented.Faulty(Fault.ISSUER);
    }
    try {
      String token =
          PersonalParts.openAttestation(
              wire.getAttestation(), keys.heldBy(asked), wire.getExchangeId().toString());
      return attestations.read(
          token, issuer, wire.getRequester().getId(), wire.getExchangeId(), now);
    } catch (RejectedRecordException e) {
      return new Presented.Faulty(Fault.FORM);
    }
  }

  private static @Nullable EvidenceTypeCode type(EvidenceType wire) {
    return switch (wire) {
      case BIRTH -> EvidenceTypeCode.BIRTH;
      case RESIDENCE -> EvidenceTypeCode.RESIDENCE;
      case DIPLOMA -> EvidenceTypeCode.DIPLOMA;
      case COMPANY_REGISTRATION -> EvidenceTypeCode.COMPANY_REGISTRATION;
      case TAX_CLEARANCE -> EvidenceTypeCode.TAX_CLEARANCE;
      case UNKNOWN -> null;
    };
  }

  private static <V> @Nullable V orNull(Function<String, V> reader, String text) {
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
