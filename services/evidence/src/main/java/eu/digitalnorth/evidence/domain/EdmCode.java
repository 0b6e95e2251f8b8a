package eu.digitalnorth.evidence.domain;

/** Error codes of the OOTS Exchange Data Model that this service uses, {@code EDM:ERR:nnnn}. */
public enum EdmCode {
  /** Authentication. */
  EDM_ERR_0001,
  /** Authorization. */
  EDM_ERR_0002,
  /** Invalid request. */
  EDM_ERR_0003,
  /** Object not found. */
  EDM_ERR_0004,
  /** Timeout. */
  EDM_ERR_0005,
  /** Unsupported capability. */
  EDM_ERR_0007
}
