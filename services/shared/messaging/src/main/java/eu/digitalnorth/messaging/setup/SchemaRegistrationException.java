package eu.digitalnorth.messaging.setup;

/** The registry did not take the schemas; services must not be started. */
public final class SchemaRegistrationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SchemaRegistrationException(String message, Throwable cause) {
    super(message, cause);
  }
}
