package eu.digitalnorth.trust.attestation;

/** Carries a refusal out of the steps of a verification; never leaves this package. */
final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final AttestationRefusal reason;

  RefusedException(AttestationRefusal reason) {
    super(reason.name(), null, false, false);
    this.reason = reason;
  }

  AttestationRefusal reason() {
    return reason;
  }
}
