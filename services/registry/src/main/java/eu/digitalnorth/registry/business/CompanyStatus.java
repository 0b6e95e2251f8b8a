package eu.digitalnorth.registry.business;

/** State of a company. */
public enum CompanyStatus {
  ACTIVE,
  WINDING_UP,
  INSOLVENT,
  DISSOLVED;

  /** A dissolved company is never brought back; proceedings can be opened and ended. */
  public boolean mayBecome(CompanyStatus next) {
    return this != DISSOLVED || next == DISSOLVED;
  }
}
