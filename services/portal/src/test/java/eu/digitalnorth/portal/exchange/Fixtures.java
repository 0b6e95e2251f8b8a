package eu.digitalnorth.portal.exchange;

import eu.digitalnorth.country.AuthorityId;
import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.EvidenceTypeCode;
import eu.digitalnorth.country.LevelOfAssurance;
import eu.digitalnorth.country.ProcedureCode;
import eu.digitalnorth.portal.exchange.ExchangeState.AttestationRequested;
import eu.digitalnorth.portal.exchange.ExchangeState.EvidenceRequested;
import eu.digitalnorth.trust.crypto.CryptoProvider;
import eu.digitalnorth.trust.encryption.ResponseKeyPair;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

final class Fixtures {
  static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  static final UUID EXCHANGE = UUID.fromString("00000000-0000-4000-8000-000000000001");
  static final UUID ATTESTATION = UUID.fromString("00000000-0000-4000-8000-000000000002");
  static final UUID FIRST = UUID.fromString("00000000-0000-4000-8000-000000000003");
  static final UUID SECOND = UUID.fromString("00000000-0000-4000-8000-000000000004");

  private static final CountryCode EE = CountryCode.of("EE");
  private static final Terms TERMS =
      new Terms(
          new AuthorityId("NO:university-admissions"),
          ProcedureCode.TERTIARY_ADMISSION,
          EE,
          LevelOfAssurance.HIGH,
          List.of(
              new EvidenceWish(EvidenceTypeCode.DIPLOMA, EE),
              new EvidenceWish(EvidenceTypeCode.COMPANY_REGISTRATION, EE)),
          true,
          true);

  private Fixtures() {}

  static AttestationRequested attestationRequested() {
    return new AttestationRequested(UUID.fromString("00000000-0000-4000-8000-000000000009"));
  }

  /** A diploma and a company's registration are asked for. */
  static EvidenceRequested evidenceRequested() {
    List<EvidenceItem> items =
        List.of(
            new EvidenceItem(TERMS.evidence().get(0), FIRST, NOW, null),
            new EvidenceItem(TERMS.evidence().get(1), SECOND, NOW, null));
    return attestationRequested()
        .attested(new Attested(ATTESTATION, LevelOfAssurance.HIGH, NOW.plusSeconds(300)), items);
  }

  static Exchange exchange() {
    return new Exchange(
        EXCHANGE,
        TERMS,
        "citizen",
        "company",
        NOW,
        NOW.plusSeconds(300),
        ResponseKeyPair.generate(CryptoProvider.best()),
        attestationRequested());
  }

  static AttestationAnswer.Issued issued() {
    return new AttestationAnswer.Issued(ATTESTATION, LevelOfAssurance.HIGH, NOW.plusSeconds(300));
  }

  static EvidenceAnswer provided() {
    return new EvidenceAnswer.Provided(
        UUID.fromString("00000000-0000-4000-8000-000000000005"),
        "Register",
        LocalDate.of(2026, 11, 22),
        "eu.digitalnorth.schemas.evidence.DiplomaEvidence");
  }

  static EvidenceAnswer refused(String reason) {
    return new EvidenceAnswer.Refused(
        new Refusal(Refusal.Stage.EVIDENCE, "EDM:ERR:0004", reason, "It is not there"));
  }
}
