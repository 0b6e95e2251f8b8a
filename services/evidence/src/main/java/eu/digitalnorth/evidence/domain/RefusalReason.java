package eu.digitalnorth.evidence.domain;

import static eu.digitalnorth.evidence.domain.EdmCode.EDM_ERR_0001;
import static eu.digitalnorth.evidence.domain.EdmCode.EDM_ERR_0002;
import static eu.digitalnorth.evidence.domain.EdmCode.EDM_ERR_0003;
import static eu.digitalnorth.evidence.domain.EdmCode.EDM_ERR_0004;
import static eu.digitalnorth.evidence.domain.EdmCode.EDM_ERR_0005;
import static eu.digitalnorth.evidence.domain.EdmCode.EDM_ERR_0007;

/** Why an evidence is refused, as it stands in the answer. */
public enum RefusalReason {
  REQUEST_EXPIRED(EDM_ERR_0005),
  INVALID_REQUEST(EDM_ERR_0003),
  EVIDENCE_TYPE_NOT_SUPPORTED(EDM_ERR_0007),
  ATTESTATION_INVALID(EDM_ERR_0001),
  ATTESTATION_EXPIRED(EDM_ERR_0001),
  /** The issuer's status list is missing or stale, so that nobody knows whether it is revoked. */
  ATTESTATION_STATUS_UNKNOWN(EDM_ERR_0001),
  ATTESTATION_REVOKED(EDM_ERR_0001),
  NO_EXPLICIT_REQUEST(EDM_ERR_0002),
  NO_ACCESS_AGREEMENT(EDM_ERR_0002),
  LEVEL_OF_ASSURANCE_TOO_LOW(EDM_ERR_0001),
  SUBJECT_NOT_FOUND(EDM_ERR_0004),
  EVIDENCE_NOT_FOUND(EDM_ERR_0004);

  private final EdmCode code;

  RefusalReason(EdmCode code) {
    this.code = code;
  }

  public EdmCode code() {
    return code;
  }
}
