package eu.digitalnorth.attestation.authentication;

/** Why an attestation is taken back; the ledger has it under {@code REVOKED_<name>}. */
public enum RevocationCause {
  BY_HOLDER,
  BY_ISSUER,
  ON_DEATH;

  /** The word for the ledger. */
  public String outcome() {
    return "REVOKED_" + name();
  }
}
