package eu.digitalnorth.messaging.codec;

/** The schema registry did not answer: nothing is wrong with the record, try again later. */
public final class RegistryUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public RegistryUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
