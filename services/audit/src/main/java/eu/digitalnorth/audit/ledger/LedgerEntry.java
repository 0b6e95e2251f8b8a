package eu.digitalnorth.audit.ledger;

/**
 * An entry in its place.
 *
 * @param number from 1, without gaps
 * @param previous hash of the entry before
 * @param leaf hash of the content
 * @param hash of {@code previous} and {@code leaf}
 */
public record LedgerEntry(long number, EntryContent content, Hash previous, Hash leaf, Hash hash) {}
