package eu.digitalnorth.portal.exchange;

/**
 * Why an exchange ended without what was asked.
 *
 * @param code an EDM code as {@code EDM:ERR:0004}; of an attestation, its reason
 * @param reason upper case with underscores
 * @param explanation for people, by the one who refused; no personal data
 */
public record Refusal(Stage stage, String code, String reason, String explanation) {

  /** The reason of the portal itself for an attestation that is not what it asked for. */
  public static final String ATTESTATION_NOT_AS_ASKED = "ATTESTATION_NOT_AS_ASKED";

  /** Who refused. */
  public enum Stage {
    /** The country of the citizen refused to attest. */
    ATTESTATION,
    /** A country refused to provide evidence. */
    EVIDENCE,
    /** The portal refused to go on with what it was given. */
    PORTAL
  }

  static Refusal notAsAsked(String explanation) {
    return new Refusal(
        Stage.PORTAL, ATTESTATION_NOT_AS_ASKED, ATTESTATION_NOT_AS_ASKED, explanation);
  }
}
