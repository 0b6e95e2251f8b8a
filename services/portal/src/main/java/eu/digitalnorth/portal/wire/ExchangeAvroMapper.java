package eu.digitalnorth.portal.wire;

import eu.digitalnorth.country.Authority;
import eu.digitalnorth.country.AuthorityId;
import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.country.EvidenceTypeCode;
import eu.digitalnorth.country.LevelOfAssurance;
import eu.digitalnorth.messaging.effect.AuditDetails;
import eu.digitalnorth.messaging.envelope.Message;
import eu.digitalnorth.messaging.envelope.RejectedRecordException;
import eu.digitalnorth.messaging.envelope.Rejection;
import eu.digitalnorth.messaging.personal.NationalKeys;
import eu.digitalnorth.messaging.personal.PersonalParts;
import eu.digitalnorth.messaging.personal.ResponseKeys;
import eu.digitalnorth.portal.exchange.AttestationAnswer;
import eu.digitalnorth.portal.exchange.EvidenceAnswer;
import eu.digitalnorth.portal.exchange.EvidenceWish;
import eu.digitalnorth.portal.exchange.Exchange;
import eu.digitalnorth.portal.exchange.ExchangeRequest;
import eu.digitalnorth.portal.exchange.Identifier;
import eu.digitalnorth.portal.exchange.Refusal;
import eu.digitalnorth.portal.exchange.Refusal.Stage;
import eu.digitalnorth.portal.exchange.Terms;
import eu.digitalnorth.schemas.eid.AttestationIssued;
import eu.digitalnorth.schemas.eid.AttestationRefused;
import eu.digitalnorth.schemas.eid.AttestationRequest;
import eu.digitalnorth.schemas.eid.AttestationResponse;
import eu.digitalnorth.schemas.eid.LoginHint;
import eu.digitalnorth.schemas.evidence.BirthEvidence;
import eu.digitalnorth.schemas.evidence.CompanyRegistrationEvidence;
import eu.digitalnorth.schemas.evidence.DiplomaEvidence;
import eu.digitalnorth.schemas.evidence.EvidenceProvided;
import eu.digitalnorth.schemas.evidence.EvidenceRefused;
import eu.digitalnorth.schemas.evidence.EvidenceRequest;
import eu.digitalnorth.schemas.evidence.EvidenceResponse;
import eu.digitalnorth.schemas.evidence.ResidenceEvidence;
import eu.digitalnorth.schemas.evidence.TaxClearanceEvidence;
import eu.digitalnorth.schemas.wire.EvidenceType;
import eu.digitalnorth.trust.encryption.DecryptionKeys;
import eu.digitalnorth.trust.encryption.ResponseKeyPair;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Between Avro and the domain; the only one here who knows Avro. */
final class ExchangeAvroMapper {
  private static final String SPECIFICATION = "oots-edm:v2.0";
  private static final int LONGEST_TEXT = 300;
  private static final int BINDING_LENGTH = 8;

  private final CountryProfiles profiles;
  private final NationalKeys keys;

  ExchangeAvroMapper(CountryProfiles profiles, NationalKeys keys) {
    this.profiles = profiles;
    this.keys = keys;
  }

  AttestationRequest attestationRequest(
      UUID exchangeId,
      ExchangeRequest request,
      ResponseKeyPair responseKey,
      Instant issuedAt,
      Instant expiresAt) {
    Terms terms = request.terms();
    return AttestationRequest.newBuilder()
        .setExchangeId(exchangeId)
        .setRequester(authority(terms.requester()))
        .setAttestingCountry(terms.citizenCountry().value())
        .setProcedure(terms.procedure().value())
        .setLevelOfAssurance(
            eu.digitalnorth.schemas.wire.LevelOfAssurance.valueOf(terms.level().name()))
        .setRequestedAttributes(List.of())
        .setLoginHint(
            PersonalParts.seal(
                loginHint(request),
                keys.of(terms.citizenCountry(), issuedAt),
                exchangeId.toString()))
        .setBindingMessage(bindingMessage(exchangeId))
        .setIssuedAt(issuedAt)
        .setExpiresAt(expiresAt)
        .setResponseKey(ResponseKeys.write(responseKey))
        .build();
  }

  /**
   * @param token the attestation, which goes on as it came, sealed anew for the provider
   */
  EvidenceRequest evidenceRequest(
      Exchange exchange,
      EvidenceWish wish,
      AttestationAnswer.Issued accepted,
      String token,
      Instant now) {
    Terms terms = exchange.terms();
    return EvidenceRequest.newBuilder()
        .setExchangeId(exchange.id())
        .setSpecification(SPECIFICATION)
        .setIssuedAt(now)
        .setExpiresAt(exchange.expiresAt())
        .setProcedure(terms.procedure().value())
        .setEvidenceType(EvidenceType.valueOf(wish.type().name()))
        .setRequester(authority(terms.requester()))
        .setProviderCountry(wish.providerCountry().value())
        .setExplicitRequestGiven(terms.explicitRequest())
        .setPossibilityForPreview(terms.possibilityForPreview())
        .setAttestingCountry(terms.citizenCountry().value())
        .setAttestationId(accepted.attestationId())
        .setAttestation(
            PersonalParts.sealAttestation(
                token, keys.of(wish.providerCountry(), now), exchange.id().toString()))
        .setResponseKey(ResponseKeys.write(Objects.requireNonNull(exchange.responseKey())))
        .build();
  }

  Answer<AttestationAnswer> attestationAnswer(Message<AttestationResponse> message)
      throws RejectedRecordException {
    AttestationResponse body = message.body();
    require(
        message.envelope().source().country().value().equals(body.getAttestingCountry()),
        "The attesting country is not the sender's");
    require(
        (body.getIssued() == null) != (body.getRefused() == null),
        "Not exactly one of issued and refused is set");
    return new Answer<>(
        message,
        body.getRequestId(),
        body.getIssued() == null
            ? own -> refused(body.getRefused())
            : own -> issued(body.getIssued()));
  }

  /**
   * The attestation that was issued.
   *
   * @throws RejectedRecordException if the exchange's key does not open it
   */
  String attestation(Answer<AttestationAnswer> answer, Exchange exchange)
      throws RejectedRecordException {
    AttestationResponse response = (AttestationResponse) answer.message().body();
    return PersonalParts.openAttestation(
        response.getIssued().getAttestation(), exchange.keys(), exchange.id().toString());
  }

  Answer<EvidenceAnswer> evidenceAnswer(Message<EvidenceResponse> message)
      throws RejectedRecordException {
    EvidenceResponse body = message.body();
    require(
        message.envelope().source().country().value().equals(body.getProvider().getCountry()),
        "The provider's country is not the sender's");
    require(
        (body.getProvided() == null) != (body.getRefused() == null),
        "Not exactly one of provided and refused is set");
    return new Answer<>(
        message,
        body.getRequestId(),
        body.getProvided() == null
            ? own -> refused(body.getRefused())
            : own -> provided(body, own));
  }

  AuditDetails attestationDetails(Terms terms, String subject) {
    return new AuditDetails(authority(terms.requester()), subject, terms.procedure().value(), null);
  }

  AuditDetails evidenceDetails(Exchange exchange, EvidenceTypeCode type) {
    return new AuditDetails(
        authority(exchange.terms().requester()),
        exchange.subjectOf(type),
        exchange.terms().procedure().value(),
        EvidenceType.valueOf(type.name()));
  }

  /** Shown by the portal and by the eID app, so that the citizen sees that they belong together. */
  private static String bindingMessage(UUID exchangeId) {
    return "Exchange " + exchangeId.toString().substring(0, BINDING_LENGTH);
  }

  private static LoginHint loginHint(ExchangeRequest request) {
    Identifier company = request.company();
    return LoginHint.newBuilder()
        .setIdentifierScheme(request.person().scheme())
        .setIdentifier(request.person().value())
        .setCompanyScheme(company == null ? null : company.scheme())
        .setCompanyIdentifier(company == null ? null : company.value())
        .build();
  }

  private eu.digitalnorth.schemas.wire.Authority authority(AuthorityId id) {
    return eu.digitalnorth.schemas.wire.Authority.newBuilder()
        .setCountry(id.country().value())
        .setId(id.value())
        .setName(profiles.authority(id).map(Authority::name).orElse(id.value()))
        .build();
  }

  private static AttestationAnswer issued(AttestationIssued clear) {
    return new AttestationAnswer.Issued(
        clear.getAttestationId(), level(clear.getLevelOfAssurance()), clear.getValidUntil());
  }

  private static AttestationAnswer refused(AttestationRefused refused) {
    String reason = refused.getReason().name();
    return new AttestationAnswer.Refused(
        new Refusal(Stage.ATTESTATION, reason, reason, text(refused.getExplanation())));
  }

  private static EvidenceAnswer provided(EvidenceResponse body, DecryptionKeys own)
      throws RejectedRecordException {
    Class<? extends SpecificRecord> expected = recordOf(body.getEvidenceType());
    EvidenceProvided provided = body.getProvided();
    PersonalParts.open(provided.getEvidence(), expected, own, body.getExchangeId().toString());
    return new EvidenceAnswer.Provided(
        provided.getIdentifier(),
        text(provided.getIssuingAuthority().getName()),
        provided.getIssuingDate(),
        text(provided.getIsConformantTo()));
  }

  private static EvidenceAnswer refused(EvidenceRefused refused) {
    return new EvidenceAnswer.Refused(
        new Refusal(
            Stage.EVIDENCE,
            refused.getCode().name().replace('_', ':'),
            text(refused.getReason()),
            text(refused.getExplanation())));
  }

  private static Class<? extends SpecificRecord> recordOf(EvidenceType type)
      throws RejectedRecordException {
    return switch (type) {
      case BIRTH -> BirthEvidence.class;
      case RESIDENCE -> ResidenceEvidence.class;
      case DIPLOMA -> DiplomaEvidence.class;
      case COMPANY_REGISTRATION -> CompanyRegistrationEvidence.class;
      case TAX_CLEARANCE -> TaxClearanceEvidence.class;
      case UNKNOWN ->
          throw new RejectedRecordException(
              Rejection.INCONSISTENT, "The evidence type is none that this portal asks for");
    };
  }

  private static @Nullable LevelOfAssurance level(
      eu.digitalnorth.schemas.wire.LevelOfAssurance level) {
    return Arrays.stream(LevelOfAssurance.values())
        .filter(known -> known.name().equals(level.name()))
        .findFirst()
        .orElse(null);
  }

  /** Texts of other countries are shown to people, so they are kept short. */
  private static String text(String foreign) {
    return foreign.length() <= LONGEST_TEXT ? foreign : foreign.substring(0, LONGEST_TEXT);
  }

  private static void require(boolean condition, String otherwise) throws RejectedRecordException {
    if (!condition) {
      throw new RejectedRecordException(Rejection.INCONSISTENT, otherwise);
    }
  }
}
