package eu.digitalnorth.messaging.personal;

import eu.digitalnorth.country.CountryCode;

/**
 * A country has no key that personal data could be encrypted to. Its next statement about its keys
 * mends that, so trying again can help.
 */
public final class NoRecipientKeyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoRecipientKeyException(CountryCode reader) {
    super("No valid key is known that personal data for " + reader + " could be encrypted to");
  }
}
