package eu.digitalnorth.evidence.exchange;

import eu.digitalnorth.country.AuthorityId;
import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.EvidenceTypeCode;
import eu.digitalnorth.country.LevelOfAssurance;
import eu.digitalnorth.country.ProcedureCode;
import eu.digitalnorth.country.identifier.PersonIdentifier;
import eu.digitalnorth.evidence.domain.Attestation;
import eu.digitalnorth.evidence.domain.AttestedIdentity;
import eu.digitalnorth.evidence.domain.EvidenceRequest;
import eu.digitalnorth.messaging.envelope.RejectedRecordException;
import eu.digitalnorth.messaging.personal.PersonalParts;
import eu.digitalnorth.messaging.personal.ResponseKeys;
import eu.digitalnorth.schemas.eid.LegalPerson;
import eu.digitalnorth.schemas.eid.NaturalPerson;
import eu.digitalnorth.schemas.wire.EvidenceType;
import eu.digitalnorth.schemas.wire.PersonalPart;
import eu.digitalnorth.trust.encryption.DecryptionKeys;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads evidence requests: what is not what it should be becomes null, for the rules to refuse. */
final class EvidenceRequestMapper {
  private EvidenceRequestMapper() {}

  /**
   * @param own keys of the country that is asked
   */
  static EvidenceRequest read(
      eu.digitalnorth.schemas.evidence.EvidenceRequest wire, DecryptionKeys own) {
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
        orNull(CountryCode::new, wire.getAttestingCountry()),
        wire.getAttestationId(),
        attestation(wire.getAttestation(), own, wire.getExchangeId().toString()),
        ResponseKeys.read(wire.getResponseKey()).orElse(null));
  }

  private static @Nullable Attestation attestation(
      PersonalPart part, DecryptionKeys own, String exchangeId) {
    try {
      var wire =
          PersonalParts.open(part, eu.digitalnorth.schemas.eid.Attestation.class, own, exchangeId);
      return new Attestation(
          wire.getAttestationId(),
          wire.getExchangeId(),
          wire.getAudienceCountry(),
          wire.getAudience(),
          wire.getIssuingCountry(),
          level(wire.getLevelOfAssurance()),
          wire.getValidUntil(),
          identity(wire.getNaturalPerson()),
          wire.getLegalPerson() == null ? null : identity(wire.getLegalPerson()));
    } catch (RejectedRecordException e) {
      return null;
    }
  }

  private static AttestedIdentity identity(NaturalPerson wire) {
    return identity(wire.getIdentifierScheme(), wire.getPersonIdentifier());
  }

  private static AttestedIdentity identity(LegalPerson wire) {
    return identity(wire.getIdentifierScheme(), wire.getLegalPersonIdentifier());
  }

  private static AttestedIdentity identity(String scheme, String identifier) {
    return new AttestedIdentity(scheme, orNull(PersonIdentifier::parse, identifier));
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

  private static @Nullable LevelOfAssurance level(
      eu.digitalnorth.schemas.wire.LevelOfAssurance wire) {
    return switch (wire) {
      case LOW -> LevelOfAssurance.LOW;
      case SUBSTANTIAL -> LevelOfAssurance.SUBSTANTIAL;
      case HIGH -> LevelOfAssurance.HIGH;
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
