package eu.digitalnorth.evidence;

import static eu.digitalnorth.evidence.Fixtures.PROCUREMENT;
import static eu.digitalnorth.evidence.Surroundings.EE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.digitalnorth.schemas.eid.Attestation;
import eu.digitalnorth.schemas.eid.Status;
import eu.digitalnorth.schemas.evidence.EdmErrorCode;
import eu.digitalnorth.schemas.evidence.EvidenceRequest;
import eu.digitalnorth.schemas.evidence.EvidenceResponse;
import eu.digitalnorth.schemas.wire.EvidenceType;
import eu.digitalnorth.schemas.wire.LevelOfAssurance;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What Estonia's evidence service refuses, and with which code. */
class RefusalIT {
  private final EvidenceService service = EvidenceService.ofEstonia();
  private final Attestation attestation = Fixtures.attestation(UUID.randomUUID());
  private final EvidenceRequest request = Fixtures.request(attestation);

  @Test
  void anExpiredRequest() {
    request.setExpiresAt(Fixtures.now().minusMillis(1));

    assertRefused(request, EdmErrorCode.EDM_ERR_0005, "REQUEST_EXPIRED");
  }

  @Test
  void aProcedureThatNobodyPublished() {
    request.setProcedure("T99");

    assertRefused(request, EdmErrorCode.EDM_ERR_0003, "INVALID_REQUEST");
  }

  @Test
  void anEvidenceTypeThatIsUnknownHere() {
    request.setEvidenceType(EvidenceType.UNKNOWN);

    assertRefused(request, EdmErrorCode.EDM_ERR_0007, "EVIDENCE_TYPE_NOT_SUPPORTED");
  }

  @Test
  void aCompanyEvidenceForSomebodyWhoActsForNone() {
    EvidenceRequest aboutACompany =
        Fixtures.request(
            Fixtures.attestationFor(Fixtures.BUSINESS_REGISTER),
            Fixtures.BUSINESS_REGISTER,
            "X1",
            EvidenceType.COMPANY_REGISTRATION);

    assertRefused(aboutACompany, EdmErrorCode.EDM_ERR_0003, "INVALID_REQUEST");
  }

  @Test
  void anAttestationOfAnotherExchange() {
    Attestation other = Fixtures.attestation(UUID.randomUUID());
    EvidenceRequest request = Fixtures.request(other);
    request.setExchangeId(UUID.randomUUID());

    assertRefused(request, EdmErrorCode.EDM_ERR_0001, "ATTESTATION_INVALID");
  }

  @Test
  void anAttestationForAnotherAudience() {
    EvidenceRequest request = Fixtures.request(Fixtures.attestationFor(PROCUREMENT));

    assertRefused(request, EdmErrorCode.EDM_ERR_0001, "ATTESTATION_INVALID");
  }

  @Test
  void anAttestationThatRanOut() {
    attestation.setValidUntil(Fixtures.now().minusMillis(1));

    assertRefused(Fixtures.request(attestation), EdmErrorCode.EDM_ERR_0001, "ATTESTATION_EXPIRED");
  }

  @Test
  void anAttestationThatItsIssuerWithdrew() {
    service
        .surroundings()
        .publishStatus(EE, attestation.getAttestationId(), Status.INVALID, Fixtures.now());

    assertIsRefusedInTheEnd(attestation, "ATTESTATION_REVOKED");
  }

  @Test
  void anOlderStatusDoesNotOverruleANewerOne() {
    Instant revokedAt = Fixtures.now();
    UUID id = attestation.getAttestationId();
    service.surroundings().publishStatus(EE, id, Status.INVALID, revokedAt);
    service.surroundings().publishStatus(EE, id, Status.VALID, revokedAt.minusSeconds(60));
    assertIsRefusedInTheEnd(attestation, "ATTESTATION_REVOKED");
    Attestation later = withdrawnAfterwards();

    assertIsRefusedInTheEnd(later, "ATTESTATION_REVOKED");

    assertRefused(
        Fixtures.request(ofAnotherExchange(attestation)),
        EdmErrorCode.EDM_ERR_0001,
        "ATTESTATION_REVOKED");
  }

  @Test
  void noExplicitRequestOfTheUser() {
    request.setExplicitRequestGiven(false);

    assertRefused(request, EdmErrorCode.EDM_ERR_0002, "NO_EXPLICIT_REQUEST");
  }

  @Test
  void aProcedureWithoutAnAccessAgreement() {
    EvidenceRequest birth =
        Fixtures.request(
            Fixtures.attestationFor(Fixtures.FOLKEREGISTER),
            Fixtures.FOLKEREGISTER,
            "R1",
            EvidenceType.BIRTH);

    assertRefused(birth, EdmErrorCode.EDM_ERR_0002, "NO_ACCESS_AGREEMENT");
  }

  @Test
  void aLevelOfAssuranceThatIsTooLow() {
    attestation.setLevelOfAssurance(LevelOfAssurance.SUBSTANTIAL);

    assertRefused(
        Fixtures.request(attestation), EdmErrorCode.EDM_ERR_0001, "LEVEL_OF_ASSURANCE_TOO_LOW");
  }

  @Test
  void somebodyWhomTheRegisterDoesNotKnow() {
    attestation.setNaturalPerson(Fixtures.citizen("EE/NO/60001018800", Fixtures.PERSON_SCHEME));

    assertRefused(Fixtures.request(attestation), EdmErrorCode.EDM_ERR_0004, "SUBJECT_NOT_FOUND");
  }

  @Test
  void aDiplomaThatDoesNotExist() {
    attestation.setNaturalPerson(
        Fixtures.citizen("EE/NO/" + Fixtures.WITHOUT_DIPLOMA, Fixtures.PERSON_SCHEME));

    assertRefused(Fixtures.request(attestation), EdmErrorCode.EDM_ERR_0004, "EVIDENCE_NOT_FOUND");
  }

  private void assertRefused(EvidenceRequest request, EdmErrorCode code, String reason) {
    EvidenceResponse response = service.answerTo(request);

    assertThat(response.getProvided()).isNull();
    assertThat(response.getRefused().getCode()).isEqualTo(code);
    assertThat(response.getRefused().getReason()).isEqualTo(reason);
    assertThat(response.getRefused().getExplanation()).isNotBlank();
  }

  /** A status takes its own way, so it may come after a request that was sent after it. */
  private void assertIsRefusedInTheEnd(Attestation attestation, String reason) {
    await()
        .atMost(EvidenceService.PATIENCE)
        .until(
            () -> service.answerTo(Fixtures.request(ofAnotherExchange(attestation))),
            response ->
                response.getRefused() != null && response.getRefused().getReason().equals(reason));
  }

  /** By now the service has read all that was published about the first one. */
  private Attestation withdrawnAfterwards() {
    Attestation later = Fixtures.attestation(UUID.randomUUID());
    service
        .surroundings()
        .publishStatus(EE, later.getAttestationId(), Status.SUSPENDED, Fixtures.now());
    return later;
  }

  private static Attestation ofAnotherExchange(Attestation attestation) {
    return Attestation.newBuilder(attestation).setExchangeId(UUID.randomUUID()).build();
  }
}
