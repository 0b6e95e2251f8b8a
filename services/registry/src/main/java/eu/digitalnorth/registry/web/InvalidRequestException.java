package eu.digitalnorth.registry.web;

/** A request that cannot be understood; the message names the field and never its value. */
final class InvalidRequestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidRequestException(String message) {
    super(message);
  }
}
