package eu.digitalnorth.country;

/** What can be proven across the border. */
public enum EvidenceTypeCode {
  BIRTH("Proof of birth", Subject.PERSON),
  RESIDENCE("Proof of residence", Subject.PERSON),
  DIPLOMA("Diploma of tertiary education", Subject.PERSON),
  COMPANY_REGISTRATION("Company registration with its representatives", Subject.COMPANY),
  TAX_CLEARANCE("Tax clearance", Subject.COMPANY);

  private final String title;
  private final Subject subject;

  EvidenceTypeCode(String title, Subject subject) {
    this.title = title;
    this.subject = subject;
  }

  /** A short English name to show to people. */
  public String title() {
    return title;
  }

  /** Whom evidence of this type is about. */
  public Subject subject() {
    return subject;
  }

  /** Whom evidence is about; for a company, a citizen asks who represents it. */
  public enum Subject {
    PERSON,
    COMPANY
  }
}
