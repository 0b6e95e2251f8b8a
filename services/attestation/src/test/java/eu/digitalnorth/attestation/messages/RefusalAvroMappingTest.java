package eu.digitalnorth.attestation.messages;

import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.attestation.authentication.RefusalReason;
import eu.digitalnorth.schemas.eid.AttestationRefused;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalAvroMappingTest {
  @ParameterizedTest
  @EnumSource
  void everyReasonIsSentUnderItsName(RefusalReason reason) {
    assertThat(AttestationAvroMapper.refused(reason).getReason()).hasToString(reason.name());
  }

  @ParameterizedTest
  @CsvSource({
    "EXPIRED_TOKEN, Responder, AuthnFailed",
    "REQUESTER_NOT_TRUSTED, Requester, RequestDenied",
    "INVALID_REQUEST, Requester, InvalidAttrNameOrValue",
    "LEVEL_OF_ASSURANCE_NOT_AVAILABLE, Responder, RequestDenied",
    "UNKNOWN_SUBJECT, Responder, AuthnFailed",
    "SUBJECT_DECEASED, Responder, AuthnFailed",
    "NOT_A_REPRESENTATIVE, Responder, AuthnFailed",
    "ACCESS_DENIED, Responder, RequestDenied"
  })
  void everyReasonHasASamlStatus(RefusalReason reason, String status, String subStatus) {
    AttestationRefused refused = AttestationAvroMapper.refused(reason);

    assertThat(refused.getStatusCode()).isEqualTo(status);
    assertThat(refused.getSubStatusCode()).isEqualTo(subStatus);
  }
}
