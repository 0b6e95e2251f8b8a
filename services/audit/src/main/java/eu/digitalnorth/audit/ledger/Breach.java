package eu.digitalnorth.audit.ledger;

/** What can be wrong with an entry, seen from the entries before it. */
public enum Breach {
  ALTERED("The entry does not say what it said when it was appended."),
  REMOVED("The entry is not there."),
  REORDERED("Another entry of this ledger stands in the place of this one."),
  INSERTED("The entry was put here; the ledger went on, or ended, without it."),
  HEAD("The entries are in order, but the recorded head is not that of the last one.");

  private final String explanation;

  Breach(String explanation) {
    this.explanation = explanation;
  }

  /** For people. */
  public String explanation() {
    return explanation;
  }
}
