package eu.digitalnorth.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.country.LevelOfAssurance;
import eu.digitalnorth.messaging.fixture.TestAttestation;
import eu.digitalnorth.messaging.fixture.TestEid;
import eu.digitalnorth.schemas.evidence.EdmErrorCode;
import eu.digitalnorth.schemas.evidence.EvidenceRequest;
import eu.digitalnorth.schemas.evidence.EvidenceResponse;
import eu.digitalnorth.schemas.wire.EvidenceType;
import org.junit.jupiter.api.Test;

/** What Estonia's evidence service refuses, and with which code. */
class RefusalIT {
  private final EvidenceService service = EvidenceService.ofEstonia();
  private final TestEid estonia = service.surroundings().estonia();
  private final TestAttestation attestation = Fixtures.attestation(estonia);
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
            Fixtures.attestationFor(estonia, Fixtures.BUSINESS_REGISTER),
            Fixtures.BUSINESS_REGISTER,
            "X1",
            EvidenceType.COMPANY_REGISTRATION);

    assertRefused(aboutACompany, EdmErrorCode.EDM_ERR_0003, "INVALID_REQUEST");
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
            Fixtures.attestationFor(estonia, Fixtures.FOLKEREGISTER),
            Fixtures.FOLKEREGISTER,
            "R1",
            EvidenceType.BIRTH);

    assertRefused(birth, EdmErrorCode.EDM_ERR_0002, "NO_ACCESS_AGREEMENT");
  }

  @Test
  void aLevelOfAssuranceThatIsTooLow() {
    attestation.level = LevelOfAssurance.SUBSTANTIAL.uri();

    assertRefused(
        Fixtures.request(attestation), EdmErrorCode.EDM_ERR_0001, "LEVEL_OF_ASSURANCE_TOO_LOW");
  }

  @Test
  void somebodyWhomTheRegisterDoesNotKnow() {
    attestation.of(Fixtures.PERSON_SCHEME, "EE/NO/60001018800");

    assertRefused(Fixtures.request(attestation), EdmErrorCode.EDM_ERR_0004, "SUBJECT_NOT_FOUND");
  }

  @Test
  void aDiplomaThatDoesNotExist() {
    attestation.of(Fixtures.PERSON_SCHEME, "EE/NO/" + Fixtures.WITHOUT_DIPLOMA);

    assertRefused(Fixtures.request(attestation), EdmErrorCode.EDM_ERR_0004, "EVIDENCE_NOT_FOUND");
  }

  private void assertRefused(EvidenceRequest request, EdmErrorCode code, String reason) {
    EvidenceResponse response = service.answerTo(request);

    assertThat(response.getProvided()).isNull();
    assertThat(response.getRefused().getCode()).isEqualTo(code);
    assertThat(response.getRefused().getReason()).isEqualTo(reason);
    assertThat(response.getRefused().getExplanation()).isNotBlank();
  }
}
