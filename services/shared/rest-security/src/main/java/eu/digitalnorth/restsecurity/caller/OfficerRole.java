package eu.digitalnorth.restsecurity.caller;

/** What an officer's authority is there for, and only in its own country. */
public enum OfficerRole {
  /** Starts exchanges in the authority's name, and follows them. */
  REQUESTER,
  /** Reads and changes the population register. */
  POPULATION_REGISTRAR,
  /** Reads and changes the business register. */
  BUSINESS_REGISTRAR,
  /** Answers for the country's electronic identification: revokes attestations. */
  EID_ISSUER,
  /** Supervises the use of personal data: reads the ledger and verifies it. */
  LEDGER_SUPERVISOR,
  /** Is told who the synthetic people of the demonstration are, and nothing else. */
  DEMONSTRATOR
}
