package eu.digitalnorth.audit.ledger;

/** Whether a ledger is as it was written. */
public sealed interface Verification {
  /** The recorded head. */
  Head head();

  /** How many entries, from the first, are as they were written. */
  long entriesVerified();

  record Intact(Head head) implements Verification {
    @Override
    public long entriesVerified() {
      return head.entries();
    }
  }

  /**
   * @param entry the number at which the ledger breaks first
   */
  record Broken(Head head, long entriesVerified, long entry, Breach breach)
      implements Verification {}
}
