package eu.digitalnorth.attestation.eidapp;

/** There is no such thing here; the message does not repeat what was asked for. */
final class UnknownResourceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnknownResourceException(String message) {
    super(message);
  }
}
