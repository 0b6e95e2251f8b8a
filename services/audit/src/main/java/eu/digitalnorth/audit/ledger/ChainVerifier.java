package eu.digitalnorth.audit.ledger;

import org.jspecify.annotations.Nullable;

/**
 * Follows a ledger from its beginning, one entry after the other, to the first breach. It holds one
 * hash, however long the ledger is.
 */
public final class ChainVerifier {
  private final Head recorded;
  private final KnownHashes known;
  private Head reached;
  private @Nullable Breach breach;

  /**
   * @param recorded the head that was recorded with the last entry
   * @param known asked once, at a breach, to name it
   */
  public ChainVerifier(Head recorded, KnownHashes known) {
    this.recorded = recorded;
    this.known = known;
    this.reached = Head.ofEmpty(recorded.country());
  }

  /**
   * Takes the next entry, by number.
   *
   * @return whether the ledger is in order so far; after a breach no entry is looked at
   */
  public boolean accept(LedgerEntry entry) {
    if (breach == null) {
      breach = breachAt(entry);
      if (breach == null) {
        reached = reached.after(entry);
      }
    }
    return breach == null;
  }

  /** The next entry, by number, is there but cannot be read at all. */
  public void acceptUnreadable(long number) {
    if (breach == null) {
      breach = number > reached.entries() + 1 ? Breach.REMOVED : Breach.ALTERED;
    }
  }

  /** There are no more entries. */
  public Verification finish() {
    if (breach == null && reached.entries() < recorded.entries()) {
      breach = Breach.REMOVED;
    }
    if (breach != null) {
      return new Verification.Broken(recorded, reached.entries(), reached.entries() + 1, breach);
    }
    return reached.equals(recorded)
        ? new Verification.Intact(recorded)
        : new Verification.Broken(recorded, reached.entries(), reached.entries(), Breach.HEAD);
  }

  private @Nullable Breach breachAt(LedgerEntry entry) {
    if (entry.number() != reached.entries() + 1) {
      return Breach.REMOVED;
    }
    if (!HashChain.leaf(entry.content()).equals(entry.leaf())) {
      return Breach.ALTERED;
    }
    if (!entry.previous().equals(reached.hash())) {
      return isFromElsewhere(entry) ? Breach.REORDERED : Breach.INSERTED;
    }
    if (!HashChain.link(entry.previous(), entry.leaf()).equals(entry.hash())) {
      return Breach.ALTERED;
    }
    return entry.number() > recorded.entries() ? Breach.INSERTED : null;
  }

  private boolean isFromElsewhere(LedgerEntry entry) {
    return known.isHashOfEntry(entry.previous()) || known.isBeforeAnEntry(reached.hash());
  }

  /** What a ledger can be asked about hashes anywhere in it. */
  public interface KnownHashes {
    /** Whether an entry has this hash. */
    boolean isHashOfEntry(Hash hash);

    /** Whether an entry names this hash as that of its predecessor. */
    boolean isBeforeAnEntry(Hash hash);
  }
}
