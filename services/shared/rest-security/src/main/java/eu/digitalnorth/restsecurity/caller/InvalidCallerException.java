package eu.digitalnorth.restsecurity.caller;

/** Genuine claims do not say who calls; the message repeats none of them. */
public final class InvalidCallerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidCallerException(String message) {
    super(message);
  }
}
