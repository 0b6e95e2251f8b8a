package eu.digitalnorth.trust.key;

/** What a {@link KeyRing} answers to the question whether a key may be relied on. */
public sealed interface KeyLookup {

  record Trusted(TrustedKey key) implements KeyLookup {}

  /** Nobody has vouched for it, as far as is known: its statement may still be on its way. */
  record Unknown() implements KeyLookup {}

  /** It is known, and must not be relied on for this. */
  record Refused(KeyRefusal reason) implements KeyLookup {}
}
