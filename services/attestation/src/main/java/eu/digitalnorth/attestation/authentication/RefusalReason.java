package eu.digitalnorth.attestation.authentication;

/**
 * Why no attestation is issued, with the SAML 2.0 status (core, section 3.2.2.2) to which eIDAS
 * maps it and words for people.
 */
public enum RefusalReason {
  EXPIRED_TOKEN(Status.RESPONDER, SubStatus.AUTHN_FAILED, "The request expired"),
  REQUESTER_NOT_TRUSTED(
      Status.REQUESTER,
      SubStatus.REQUEST_DENIED,
      "The requester is no known authority, or does not run this procedure"),
  INVALID_REQUEST(
      Status.REQUESTER,
      SubStatus.INVALID_ATTR_NAME_OR_VALUE,
      "The request names no level of assurance, has no key for the answer, or its login hint fits"
          + " no scheme of this country"),
  LEVEL_OF_ASSURANCE_NOT_AVAILABLE(
      Status.RESPONDER,
      SubStatus.REQUEST_DENIED,
      "The country's eID scheme does not reach this level of assurance"),
  UNKNOWN_SUBJECT(
      Status.RESPONDER, SubStatus.AUTHN_FAILED, "The population register knows no such person"),
  SUBJECT_DECEASED(Status.RESPONDER, SubStatus.AUTHN_FAILED, "The person is deceased"),
  NOT_A_REPRESENTATIVE(
      Status.RESPONDER,
      SubStatus.AUTHN_FAILED,
      "The person does not represent such a company, or it is not active"),
  ACCESS_DENIED(Status.RESPONDER, SubStatus.REQUEST_DENIED, "The citizen declined");

  private final Status status;
  private final SubStatus subStatus;
  private final String explanation;

  RefusalReason(Status status, SubStatus subStatus, String explanation) {
    this.status = status;
    this.subStatus = subStatus;
    this.explanation = explanation;
  }

  public String status() {
    return status.code;
  }

  public String subStatus() {
    return subStatus.code;
  }

  /** Carries no personal data. */
  public String explanation() {
    return explanation;
  }

  /** Whose fault it is. */
  private enum Status {
    REQUESTER("Requester"),
    RESPONDER("Responder");

    private final String code;

    Status(String code) {
      this.code = code;
    }
  }

  private enum SubStatus {
    AUTHN_FAILED("AuthnFailed"),
    INVALID_ATTR_NAME_OR_VALUE("InvalidAttrNameOrValue"),
    REQUEST_DENIED("RequestDenied");

    private final String code;

    SubStatus(String code) {
      this.code = code;
    }
  }
}
