package eu.digitalnorth.audit.ledger;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Follows a ledger from its beginning, one entry after the other, to the first breach. It holds one
 * hash, however long the ledger is.
 */
public final class ChainVerifier {
  private final Head recorded;
  private final KnownHashes known;
  private Head reached;
  private @Nullable Hash beforeReached;
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
      Breach found = breachAt(entry);
      if (found == null) {
        beforeReached = reached.hash();
        reached = reached.after(entry);
      } else {
        breach = found;
      }
    }
    return breach == null;
  }

  /** The next entry, by number, is there but cannot be read at all. */
  public void acceptUnreadable(long number) {
    if (breach == null) {
      Breach misplaced = misplaced(number);
      breach = misplaced == null ? Breach.ALTERED : misplaced;
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
    boolean unaltered = HashChain.leaf(entry.content()).equals(entry.leaf());
    if (unaltered && entry.previous().equals(beforeReached)) {
      return forgetLast(); // this entry follows the one before the last, as the last does
    }
    Breach misplaced = misplaced(entry.number());
    if (misplaced != null) {
      return misplaced;
    }
    if (!unaltered) {
      return Breach.ALTERED;
    }
    if (!entry.previous().equals(reached.hash())) {
      return notFollowing(entry);
    }
    return HashChain.link(entry.previous(), entry.leaf()).equals(entry.hash())
        ? null
        : Breach.ALTERED;
  }

  private Breach forgetLast() {
    reached =
        new Head(reached.country(), reached.entries() - 1, Objects.requireNonNull(beforeReached));
    return Breach.INSERTED;
  }

  private @Nullable Breach misplaced(long number) {
    if (reached.entries() == recorded.entries()) {
      return Breach.INSERTED; // behind the head
    }
    return number == reached.entries() + 1 ? null : Breach.REMOVED;
  }

  private Breach notFollowing(LedgerEntry entry) {
    if (known.isHashOfEntry(entry.previous())) {
      return Breach.REORDERED;
    }
    return known.isBeforeAnEntry(reached.hash()) ? Breach.INSERTED : Breach.REMOVED;
  }

  /** What a ledger can be asked about hashes anywhere in it. */
  public interface KnownHashes {
    /** Whether an entry has this hash. */
    boolean isHashOfEntry(Hash hash);

    /** Whether an entry names this hash as that of its predecessor. */
    boolean isBeforeAnEntry(Hash hash);
  }
}
