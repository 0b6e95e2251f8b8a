package eu.digitalnorth.audit.ledger;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.trust.crypto.Sha256;
import java.nio.charset.StandardCharsets;

/**
 * The hashes of a ledger, all SHA-256. The first byte tells apart what is hashed, as in RFC 9162,
 * clause 2.1.1: 0x00 a leaf; 0x01 is left to the nodes of a Merkle tree over the same leaves; 0x02
 * a link of the chain; 0x03 its beginning.
 */
public final class HashChain {
  private static final byte[] LEAF = {0x00};
  private static final byte[] LINK = {0x02};
  private static final byte[] BEGINNING = {0x03};

  private HashChain() {}

  /** Stands before the first entry of a country's ledger. */
  public static Hash beginning(CountryCode country) {
    return sha256(
        BEGINNING, ("digital-north ledger " + country.value()).getBytes(StandardCharsets.US_ASCII));
  }

  /** Of the entry alone, wherever it stands. */
  public static Hash leaf(EntryContent entry) {
    return sha256(LEAF, CanonicalForm.of(entry));
  }

  /** Of an entry and all before it. */
  public static Hash link(Hash previous, Hash leaf) {
    return sha256(LINK, previous.bytes(), leaf.bytes());
  }

  private static Hash sha256(byte[]... parts) {
    return Hash.of(Sha256.of(parts));
  }
}
