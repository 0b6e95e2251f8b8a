package eu.digitalnorth.audit.ledger;

import eu.digitalnorth.country.CountryCode;

/**
 * Where a country's ledger ends.
 *
 * @param entries how many it has
 * @param hash of the last entry, and so of all
 */
public record Head(CountryCode country, long entries, Hash hash) {

  public static Head ofEmpty(CountryCode country) {
    return new Head(country, 0, HashChain.beginning(country));
  }

  /** The entry that this leaf becomes if it is the next. */
  public LedgerEntry next(Leaf leaf) {
    return new LedgerEntry(
        entries + 1, leaf.content(), hash, leaf.hash(), HashChain.link(hash, leaf.hash()));
  }

  /** The head once that entry is appended. */
  public Head after(LedgerEntry entry) {
    return new Head(country, entry.number(), entry.hash());
  }
}
