package eu.digitalnorth.attestation.eidapp;

/** A query parameter has no meaning; the message does not repeat it. */
final class BadParameterException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadParameterException(String message) {
    super(message);
  }
}
