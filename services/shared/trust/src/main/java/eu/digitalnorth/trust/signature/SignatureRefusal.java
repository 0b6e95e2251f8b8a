package eu.digitalnorth.trust.signature;

import eu.digitalnorth.trust.key.KeyRefusal;

/** Why a message is not believed to be from where it says. */
public enum SignatureRefusal {
  MISSING,
  MALFORMED,
  /** Content, headers or signature were changed, or another key made the signature. */
  DOES_NOT_MATCH,
  KEY_OF_ANOTHER_COUNTRY,
  KEY_OF_ANOTHER_SERVICE,
  KEY_FOR_ANOTHER_PURPOSE,
  KEY_REVOKED,
  KEY_OUTSIDE_VALIDITY;

  static SignatureRefusal of(KeyRefusal reason) {
    return switch (reason) {
      case WRONG_COUNTRY -> KEY_OF_ANOTHER_COUNTRY;
      case WRONG_SERVICE -> KEY_OF_ANOTHER_SERVICE;
      case WRONG_PURPOSE -> KEY_FOR_ANOTHER_PURPOSE;
      case REVOKED -> KEY_REVOKED;
      case OUTSIDE_VALIDITY -> KEY_OUTSIDE_VALIDITY;
    };
  }
}
