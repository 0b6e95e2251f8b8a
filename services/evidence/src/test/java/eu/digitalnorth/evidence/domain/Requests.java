package eu.digitalnorth.evidence.domain;

import eu.digitalnorth.country.AuthorityId;
import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.EvidenceTypeCode;
import eu.digitalnorth.country.LevelOfAssurance;
import eu.digitalnorth.country.ProcedureCode;
import eu.digitalnorth.country.identifier.PersonIdentifier;
import eu.digitalnorth.trust.crypto.CryptoProvider;
import eu.digitalnorth.trust.encryption.RecipientKey;
import eu.digitalnorth.trust.encryption.ResponseKeyPair;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request that every rule lets pass, to be spoilt in one thing at a time. */
final class Requests {
  static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  static final CountryCode NO = new CountryCode("NO");
  static final AuthorityId UNIVERSITY = new AuthorityId("NO:university-admissions");
  static final UUID EXCHANGE = UUID.fromString("11111111-1111-4111-8111-111111111111");
  static final UUID ATTESTATION = UUID.fromString("22222222-2222-4222-8222-222222222222");

  String specification = "oots-edm:v2.0";
  Instant issuedAt = NOW.minusSeconds(1);
  Instant expiresAt = NOW.plusMillis(1);
  @Nullable ProcedureCode procedure = ProcedureCode.TERTIARY_ADMISSION;
  @Nullable EvidenceTypeCode type = EvidenceTypeCode.DIPLOMA;
  @Nullable AuthorityId requester = UNIVERSITY;
  boolean explicit = true;
  @Nullable CountryCode attestingCountry = new CountryCode("EE");
  UUID attestationId = ATTESTATION;
  CountryCode issuingCountry = new CountryCode("EE");
  @Nullable LevelOfAssurance level = LevelOfAssurance.HIGH;
  @Nullable PersonIdentifier person = PersonIdentifier.parse("EE/NO/60001017869");
  @Nullable AttestedIdentity company;
  Presented.@Nullable Fault fault;
  @Nullable RecipientKey responseKey =
      RecipientKey.read(ResponseKeyPair.generate(CryptoProvider.best()).publicJwk()).orElseThrow();

  EvidenceRequest build() {
    return new EvidenceRequest(
        EXCHANGE,
        specification,
        issuedAt,
        expiresAt,
        procedure,
        type,
        NO,
        requester,
        explicit,
        attestingCountry,
        attestationId,
        fault == null ? new Presented.Genuine(attestation()) : new Presented.Faulty(fault),
        responseKey);
  }

  static AttestedIdentity company(String identifier) {
    return new AttestedIdentity("ee-registrikood", PersonIdentifier.parse(identifier));
  }

  private Attestation attestation() {
    return new Attestation(
        ATTESTATION,
        issuingCountry,
        level,
        new Attestation.StatusPlace("https://eid.ee.test/0", 0),
        new AttestedIdentity("ee-isikukood", person),
        company);
  }
}
