package eu.digitalnorth.audit.ledger;

/** An entry that has no place in a ledger yet. */
public record Leaf(EntryContent content, Hash hash) {
  public static Leaf of(EntryContent content) {
    return new Leaf(content, HashChain.leaf(content));
  }
}
